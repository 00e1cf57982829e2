using System.Text.Json.Serialization.Metadata;
using Kube.Runtime.Client.Decoding;
using Kube.Runtime.Client.Http;

namespace Kube.Runtime.Client;

/// <summary>An open watch request: yields its events, gives up on silence, ends the request when disposed.</summary>
internal sealed class WatchStream<T> : IDisposable
    where T : class
{
    private readonly HttpResponseMessage _response;
    private readonly LineReader _lines;
    private readonly JsonTypeInfo<T> _type;
    private readonly ApiRequest _request;
    private readonly RequestFailures _failures;
    private readonly TimeSpan _idleLimit;
    private readonly CancellationTokenSource _idle;
    private readonly CancellationTokenSource _either;

    private WatchStream(
        HttpResponseMessage response,
        Stream body,
        ApiRequest request,
        JsonTypeInfo<T> type,
        RequestFailures failures,
        TimeSpan idleLimit,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        _response = response;
        _lines = new LineReader(body);
        _request = request;
        _type = type;
        _failures = failures;
        _idleLimit = idleLimit;
        _idle = new CancellationTokenSource(idleLimit, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_idle.Token, cancellationToken);
    }

    public static async Task<WatchStream<T>> OpenAsync(
        RequestSender sender, ApiRequest request, JsonTypeInfo<T> type, TransportOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.WatchHeaderDeadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var response = await sender.SendAsync(request, either.Token).ConfigureAwait(false);
            try
            {
                var body = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
                return new(response, body, request, type, sender.Failures, options.WatchIdleLimit, time, cancellationToken);
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
        catch (OperationCanceledException e) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw sender.Failures.DeadlinePassed(request, options.WatchHeaderDeadline, e);
        }
    }

    /// <summary>The next event; null when the server has ended the watch.</summary>
    public async ValueTask<WatchEvent<T>?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            _idle.CancelAfter(_idleLimit);
            var line = await _lines.ReadLineAsync(_either.Token).ConfigureAwait(false);
            return line is { } bytes ? WatchEventDecoder.Decode(bytes.Span, _type, _request) : null;
        }
        catch (OperationCanceledException e) when (_idle.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw _failures.DeadlinePassed(_request, _idleLimit, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw _failures.Broken(_request, e);
        }
    }

    public void Dispose()
    {
        _either.Dispose();
        _idle.Dispose();
        _response.Dispose();
        _lines.Dispose();
    }
}
