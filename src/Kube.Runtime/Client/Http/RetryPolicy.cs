using System.Net;

namespace Kube.Runtime.Client.Http;

/// <summary>Says whether a failed attempt may be repeated without harm, and after what delay.</summary>
internal sealed class RetryPolicy(TransportOptions options, Random random)
{
    /// <summary>The delay before the next attempt; null when the failure is final.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="attempt">Number of the attempt that failed, from 1.</param>
    /// <param name="code">The server's answer.</param>
    /// <param name="retryAfter">What the server asks for.</param>
    public TimeSpan? AfterAnswer(HttpMethod method, int attempt, HttpStatusCode code, TimeSpan? retryAfter)
    {
        if (code != HttpStatusCode.TooManyRequests && (int)code < 500)
        {
            return null;
        }

        // Whoever says when to come again means the request to be repeated, whatever its verb. So client-go reads it.
        if (retryAfter is { } wanted)
        {
            return attempt <= options.MaxAskedRetries ? Longer(Delay(Math.Min(attempt, options.MaxAttempts)), wanted) : null;
        }

        // Else a server may have acted before it failed.
        return attempt < options.MaxAttempts && IsRead(method) ? Delay(attempt) : null;
    }

    /// <summary>As <see cref="AfterAnswer"/>, for an attempt without an answer.</summary>
    public TimeSpan? AfterFailure(HttpMethod method, int attempt, HttpRequestException failure)
    {
        // Without a connection nothing was sent, so every verb may be repeated; later failures may have reached the server.
        var notSent = failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError;
        var untrusted = failure.HttpRequestError is HttpRequestError.SecureConnectionError;
        return attempt < options.MaxAttempts && !untrusted && (notSent || IsIdempotent(method)) ? Delay(attempt) : null;
    }

    private TimeSpan Delay(int attempt) => options.RetryDelay * Math.Pow(2, attempt - 1) * (1 + random.NextDouble());

    private static TimeSpan Longer(TimeSpan delay, TimeSpan wanted) => wanted > delay ? wanted : delay;

    private static bool IsRead(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head;

    private static bool IsIdempotent(HttpMethod method) => IsRead(method) || method == HttpMethod.Put || method == HttpMethod.Delete;
}
