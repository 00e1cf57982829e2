using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using System.Text.Json;
using k8s.Models;
using Kube.Runtime.Client.Decoding;

namespace Kube.Runtime.Client.Http;

/// <summary>Words failures: what was asked, of whom, what happened, what to do.</summary>
internal sealed class RequestFailures(ApiServerConnection connection)
{
    private readonly Uri? _proxy = connection.Proxy ?? new EnvironmentProxy(ProxyVariables.Current).GetProxy(connection.Server);

    /// <summary>The server answered, but not with success. Disposes the response.</summary>
    public async Task<ApiException> RefusedAsync(
        ApiRequest request, HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        using (response)
        {
            var retryAfter = RetryAfterOf(response, time);
            var body = await BodyOf(response, cancellationToken).ConfigureAwait(false);
            var status = StatusOf(body);
            var text = status?.Message ?? Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 500))).Trim();
            var message = $"{request.Method} {request.Path}: {(int)response.StatusCode} {(text.Length > 0 ? text : response.ReasonPhrase)}";
            if (response.StatusCode == HttpStatusCode.Unauthorized)
            {
                message += $". The server {connection.Server} does not accept the credentials of {connection.Origin}.";
            }

            var advice = FailureAdvice.For(request, response.StatusCode, status);
            message = advice.Length > 0 ? $"{message.TrimEnd('.')}. {advice}" : message;
            return Of(response.StatusCode, status, message, retryAfter, FailureAdvice.IsUnknown(response.StatusCode, status));
        }
    }

    /// <summary>An exception for a <c>Status</c> object.</summary>
    public static ApiException Of(HttpStatusCode code, V1Status? status, string message, TimeSpan? retryAfter, bool isUnknownResource = false) =>
        new(code, status?.Reason ?? "", message)
        {
            IsUnknownResource = isUnknownResource,
            RetryAfter = retryAfter ?? (status?.Details?.RetryAfterSeconds is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null),
            Continue = status?.Metadata?.ContinueProperty ?? "",
            Causes =
            [
                .. (status?.Details?.Causes ?? []).Select(cause => new ApiErrorCause(cause.Field ?? "", cause.Reason ?? "", cause.Message ?? "")),
            ],
        };

    /// <summary>There was no connection, or it broke before the answer.</summary>
    public ApiException NotAnswered(ApiRequest request, HttpRequestException e) =>
        e.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError or HttpRequestError.InvalidResponse
            ? Broken(request, e)
            : Unreachable(request, e);

    private ApiException Unreachable(ApiRequest request, HttpRequestException e)
    {
        var what = e.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError when _proxy is not null => $"The name of the proxy '{_proxy.Host}' cannot be resolved. Check the proxy",
            HttpRequestError.ProxyTunnelError when _proxy is not null => $"The proxy {_proxy.Authority} gives no way to {connection.Server}: {Innermost(e)} Check the proxy",
            _ when _proxy is not null && IsRefused(e) => $"No proxy listens at {_proxy.Authority} (connection refused). Check the proxy",
            HttpRequestError.NameResolutionError => $"The name '{connection.Server.Host}' cannot be resolved. Check the server address",
            HttpRequestError.SecureConnectionError => $"No trusted connection to {connection.Server}: {Innermost(e)} Check the certificate authority",
            _ when IsTls(e) => $"No trusted connection to {connection.Server}: {Innermost(e)} Check the certificate authority",
            _ when IsRefused(e) => $"Nothing listens at {connection.Server} (connection refused). Start the API server or check the address",
            _ => $"No connection to {connection.Server}: {Innermost(e)} Check the network and the address",
        };
        return new(0, ApiFailureReasons.Unreachable, $"{what} in {connection.Origin}. ({request.Method} {request.Path})", e);
    }

    /// <summary>The connection broke within an answer.</summary>
    public ApiException Broken(ApiRequest request, Exception e) =>
        new(0, ApiFailureReasons.Broken, $"{request.Method} {request.Path}: the connection to {connection.Server} broke: {Innermost(e)}", e);

    /// <summary>The answer took too long.</summary>
    public ApiException DeadlinePassed(ApiRequest request, TimeSpan deadline, Exception? e = null) =>
        new(0, ApiFailureReasons.TimedOut, $"{request.Method} {request.Path}: no answer of {connection.Server} within {deadline.TotalSeconds:0.#} s.", e);

    private static async Task<byte[]> BodyOf(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var body = await ResponseBody.OpenAsync(response, cancellationToken).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
            {
                using var text = new MemoryStream();
                await body.CopyToAsync(text, cancellationToken).ConfigureAwait(false);
                return text.ToArray();
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            // The code alone says enough.
            return [];
        }
    }

    private static V1Status? StatusOf(byte[] body)
    {
        try
        {
            var status = JsonSerializer.Deserialize(body, KubeJson.TypeInfo<V1Status>(KubeJsonContext.Default));
            return status?.Kind == "Status" ? status : null;
        }
        catch (Exception e) when (BadData.Is(e))
        {
            return null;
        }
    }

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };

    private static bool IsRefused(Exception? e) =>
        e is SocketException { SocketErrorCode: SocketError.ConnectionRefused } || (e?.InnerException is { } inner && IsRefused(inner));

    private static bool IsTls(Exception? e) => e is AuthenticationException || (e?.InnerException is { } inner && IsTls(inner));

    private static string Innermost(Exception e)
    {
        var message = e.GetBaseException().Message.Trim();
        return message.EndsWith('.') ? message : message + ".";
    }
}
