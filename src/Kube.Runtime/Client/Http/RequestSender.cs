using System.Net;
using Kube.Runtime.Client.Credentials;
using Kube.Runtime.Telemetry;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Client.Http;

/// <summary>Sends one request as often as is needed and allowed, and answers only with success.</summary>
internal sealed class RequestSender(
    ConnectionPools pools, ApiServerConnection connection, TransportOptions options, ILogger logger, TimeProvider time)
{
    private readonly RetryPolicy _retries = new(options, Random.Shared);
    private readonly RequestThrottle _throttle = new(options.RateLimit, connection.Server.Authority, logger, time);
    private readonly RequestMessages _messages = new(connection, options);

    public RequestFailures Failures { get; } = new(connection);

    public string Host { get; } = connection.Server.Authority;

    /// <summary>The successful response, its headers read; its body is the caller's, and the caller disposes it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">How much time there is for all attempts; the token ends with it.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    /// <exception cref="ApiException">The server refused or could not be reached.</exception>
    public async Task<HttpResponseMessage> SendAsync(ApiRequest request, TimeSpan limit, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var renewals = new Renewals();
        for (var attempt = 1; ; attempt++)
        {
            await _throttle.PassAsync(request, cancellationToken).ConfigureAwait(false);
            var credential = await connection.Credentials.GetAsync(cancellationToken).ConfigureAwait(false);
            var (response, failure, delay) = await TryAsync(request, credential, attempt, renewals, cancellationToken).ConfigureAwait(false);
            if (response is not null)
            {
                return response;
            }

            // Waiting beyond the deadline would turn a clear refusal into a timeout.
            if (delay is not { } wait || time.GetElapsedTime(start) + wait >= limit)
            {
                throw failure!;
            }

            RestClientMetrics.Retried(request.Method, Host, failure!.Code);
            logger.LogDebug("Attempt {Attempt} failed, again in {Delay:0.000} s: {Reason}", attempt, wait.TotalSeconds, failure.Message);
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>One attempt: the response, or why there is none and after what time to try again.</summary>
    private async Task<(HttpResponseMessage? Response, ApiException? Failure, TimeSpan? Delay)> TryAsync(
        ApiRequest request, Credential credential, int attempt, Renewals renewals, CancellationToken cancellationToken)
    {
        try
        {
            var response = await SendOnceAsync(request, credential, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                LogWarnings(request, response);
                return (response, null, null);
            }

            var failure = await Failures.RefusedAsync(request, response, time, cancellationToken).ConfigureAwait(false);
            if (failure.Code == HttpStatusCode.Unauthorized && !renewals.OfCredential)
            {
                renewals.OfCredential = true;
                connection.Credentials.Invalidate(credential);
                return (null, failure, TimeSpan.Zero);
            }

            return (null, failure, _retries.AfterAnswer(request.Method, attempt, failure.Code, failure.RetryAfter));
        }
        catch (HttpRequestException e)
        {
            return NotAnswered(request, e, attempt, renewals);
        }
        catch (OperationCanceledException e) when (e.InnerException is TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            // The pool's own way to say that no connection could be made in time.
            return NotAnswered(request, new(HttpRequestError.ConnectionError, e.InnerException.Message, e), attempt, renewals);
        }
    }

    private (HttpResponseMessage? Response, ApiException? Failure, TimeSpan? Delay) NotAnswered(
        ApiRequest request, HttpRequestException e, int attempt, Renewals renewals)
    {
        RestClientMetrics.NotAnswered(request.Method, Host);
        var failure = Failures.NotAnswered(request, e);
        if (e.HttpRequestError == HttpRequestError.SecureConnectionError && !renewals.OfTrust)
        {
            // The cluster's authorities may have changed since they were read.
            renewals.OfTrust = true;
            return (null, failure, pools.Trust.Renew() ? TimeSpan.Zero : null);
        }

        return (null, failure, _retries.AfterFailure(request.Method, attempt, e));
    }

    private async Task<HttpResponseMessage> SendOnceAsync(ApiRequest request, Credential credential, CancellationToken cancellationToken)
    {
        using var message = _messages.Of(request, credential);
        request.BeforeSend?.Invoke();
        var response = await pools.For(credential.Certificate).SendAsync(message, cancellationToken).ConfigureAwait(false);
        RestClientMetrics.Answered(request.Method, Host, response.StatusCode);
        RestClientMetrics.Sent(request.Method, Host, request.Body.Length);
        return response;
    }

    // Deprecated versions, unknown fields, suspicious values: what the server accepts and a person should know.
    private void LogWarnings(ApiRequest request, HttpResponseMessage response)
    {
        foreach (var warning in response.Headers.Warning)
        {
            logger.LogWarning("{Method} {Path}: the server warns: {Warning}", request.Method, request.Path, warning.Text.Trim('"'));
        }
    }

    /// <summary>What was renewed for a request already; once is enough.</summary>
    private sealed class Renewals
    {
        public bool OfCredential { get; set; }

        public bool OfTrust { get; set; }
    }
}
