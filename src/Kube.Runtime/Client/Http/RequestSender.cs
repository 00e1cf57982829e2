using System.Net;
using System.Net.Http.Headers;
using Kube.Runtime.Client.Credentials;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Client.Http;

/// <summary>Sends one request as often as is needed and allowed, and answers only with success.</summary>
internal sealed class RequestSender(
    HttpMessageInvoker http, ApiServerConnection connection, TransportOptions options, ILogger logger, TimeProvider time)
{
    private readonly RetryPolicy _retries = new(options, Random.Shared);
    private readonly string _base = connection.Server.AbsoluteUri.TrimEnd('/');

    public RequestFailures Failures { get; } = new(connection);

    /// <summary>The successful response, its headers read; its body is the caller's, and the caller disposes it.</summary>
    /// <exception cref="ApiException">The server refused or could not be reached.</exception>
    public async Task<HttpResponseMessage> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var renewed = false;
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan? delay;
            ApiException failure;
            try
            {
                var response = await SendOnceAsync(request, cancellationToken).ConfigureAwait(false);
                if (response.IsSuccessStatusCode)
                {
                    LogWarnings(request, response);
                    return response;
                }

                failure = await Failures.RefusedAsync(request, response, time, cancellationToken).ConfigureAwait(false);
                delay = _retries.AfterAnswer(request.Method, attempt, failure.Code, failure.RetryAfter);
                if (failure.Code == HttpStatusCode.Unauthorized && !renewed)
                {
                    renewed = true;
                    connection.Credentials.Invalidate();
                    delay = TimeSpan.Zero;
                }
            }
            catch (HttpRequestException e)
            {
                RequestMetrics.Count(request, connection.Server, "<error>");
                failure = Failures.NotAnswered(request, e);
                delay = _retries.AfterFailure(request.Method, attempt, e);
            }
            catch (OperationCanceledException e) when (e.InnerException is TimeoutException && !cancellationToken.IsCancellationRequested)
            {
                // The pool's own way to say that no connection could be made in time.
                RequestMetrics.Count(request, connection.Server, "<error>");
                var timeout = new HttpRequestException(HttpRequestError.ConnectionError, e.InnerException.Message, e);
                failure = Failures.NotAnswered(request, timeout);
                delay = _retries.AfterFailure(request.Method, attempt, timeout);
            }

            // Waiting beyond the call's deadline would turn a clear refusal into a timeout.
            if (delay is not { } wait || wait >= options.CallDeadline)
            {
                throw failure;
            }

            logger.LogDebug("Attempt {Attempt} failed, again in {Delay:0.000} s: {Reason}", attempt, wait.TotalSeconds, failure.Message);
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    // Deprecated versions, unknown fields, suspicious values: what the server accepts and a person should know.
    private void LogWarnings(ApiRequest request, HttpResponseMessage response)
    {
        foreach (var warning in response.Headers.Warning)
        {
            logger.LogWarning("{Method} {Path}: the server warns: {Warning}", request.Method, request.Path, warning.Text.Trim('"'));
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var credential = await connection.Credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        using var message = MessageOf(request, credential);
        request.BeforeSend?.Invoke();
        var response = await http.SendAsync(message, cancellationToken).ConfigureAwait(false);
        RequestMetrics.Count(request, connection.Server, ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return response;
    }

    private HttpRequestMessage MessageOf(ApiRequest request, Credential credential)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(_base + request.Target))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        message.Headers.Authorization = credential.Authorization;

        // The handler takes the name for SNI and for the certificate check from here.
        message.Headers.Host = connection.TlsServerName;
        if (request.Body.Length > 0)
        {
            message.Content = request.BeforeSend is { } guard ? new GuardedContent(request.Body, guard) : new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(request.ContentType);
        }

        return message;
    }
}
