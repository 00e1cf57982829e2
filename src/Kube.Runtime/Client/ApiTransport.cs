using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Kube.Runtime.Client.Decoding;
using Kube.Runtime.Client.Http;
using Kube.Runtime.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Runtime.Client;

/// <summary>
/// Sends requests to one API server over one shared connection pool: HTTP/2 where the server speaks it, tokens renewed, safe requests
/// retried, every failure an <see cref="ApiException"/>. One per server and process.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class ApiTransport : IApiTransport, IDisposable
{
    private readonly ConnectionPools _pools;
    private readonly RequestSender _sender;
    private readonly TransportOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Creates a transport; nothing is sent yet.</summary>
    /// <param name="connection">The server, whom to trust, who to be.</param>
    /// <param name="options">Deadlines and retries; null for the defaults.</param>
    /// <param name="logger">Warned of retries and of a connection that is not verified.</param>
    /// <param name="time">Clock of deadlines and delays; null for the system's.</param>
    public ApiTransport(
        ApiServerConnection connection, TransportOptions? options = null, ILogger? logger = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _options = options ?? new TransportOptions();
        _time = time ?? TimeProvider.System;
        logger ??= NullLogger.Instance;
        if (connection.SkipTlsVerify)
        {
            logger.LogWarning("The certificate of {Server} is not verified ({Origin}): anyone in between may read and change everything.", connection.Server, connection.Origin);
        }

        DefaultNamespace = connection.Namespace;
        _pools = new ConnectionPools(connection, _options, new TrustedAuthorities(connection, logger, _time));
        _sender = new RequestSender(_pools, connection, _options, logger, _time);
    }

    /// <inheritdoc/>
    public string DefaultNamespace { get; }

    /// <inheritdoc/>
    public async Task<T> SendAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        return await CallAsync(Representation.For<T>(request), ReadAsync, cancellationToken).ConfigureAwait(false);

        async Task<T> ReadAsync(HttpResponseMessage response, CancellationToken token)
        {
            try
            {
                var body = await OpenAsync(request, response, token).ConfigureAwait(false);
                await using (body.ConfigureAwait(false))
                {
                    return await AnswerDecoder.DecodeAsync(body, type, request, token).ConfigureAwait(false);
                }
            }
            catch (Exception e) when (BadData.Is(e))
            {
                throw new ApiException(
                    response.StatusCode, ApiFailureReasons.Unreadable, $"{request.Method} {request.Path}: the answer is not a {typeof(T).Name}: {BadData.Describe(e)}", e);
            }
        }
    }

    /// <inheritdoc/>
    public Task SendAsync(ApiRequest request, CancellationToken cancellationToken) =>
        CallAsync(request, (_, _) => Task.FromResult(true), cancellationToken);

    /// <inheritdoc/>
    public Task<ResourceList<T>> ListAsync<T>(ApiRequest request, JsonTypeInfo<T> itemType, CancellationToken cancellationToken)
        where T : class
    {
        return CallAsync(Representation.For<T>(request, isList: true), ReadAsync, cancellationToken);

        async Task<ResourceList<T>> ReadAsync(HttpResponseMessage response, CancellationToken token)
        {
            var body = await OpenAsync(request, response, token).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
            {
                return await ListDecoder.DecodeAsync(body, itemType, request, token).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(
        ApiRequest request, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        // Disposed when the enumeration is left, by whatever way: the request ends with it, not at the next event.
        var watch = await OpenWatchAsync(request, type, cancellationToken).ConfigureAwait(false);
        await using (watch.ConfigureAwait(false))
        {
            while (await watch.NextAsync(cancellationToken).ConfigureAwait(false) is { } change)
            {
                yield return change;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IOpenWatch<T>> OpenWatchAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        await WatchStream<T>.OpenAsync(_sender, Representation.For<T>(request), type, _options, _time, cancellationToken).ConfigureAwait(false);

    /// <summary>Closes all connections.</summary>
    public void Dispose() => _pools.Dispose();

    private Task<Stream> OpenAsync(ApiRequest request, HttpResponseMessage response, CancellationToken cancellationToken) =>
        ResponseBody.OpenMeasuredAsync(response, request.Method, _sender.Host, cancellationToken);

    private async Task<T> CallAsync<T>(
        ApiRequest request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        var limit = request.Deadline ?? _options.CallDeadline;
        using var deadline = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var response = await _sender.SendAsync(request, limit, either.Token).ConfigureAwait(false);
            return await read(response, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw _sender.Failures.DeadlinePassed(request, limit, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            throw _sender.Failures.Broken(request, e);
        }
        finally
        {
            RestClientMetrics.Took(request.Method, _sender.Host, _time.GetElapsedTime(start));
        }
    }
}
