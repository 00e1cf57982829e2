using System.Text.Json.Serialization.Metadata;
using Kube.Runtime.Client.Decoding;
using Kube.Runtime.Client.Http;

namespace Kube.Runtime.Client;

/// <summary>An open watch request: yields its events, gives up on silence, ends the request when disposed.</summary>
internal sealed class WatchStream<T> : IOpenWatch<T>
    where T : class
{
    private readonly HttpResponseMessage _response;
    private readonly LineReader _lines;
    private readonly JsonTypeInfo<T> _type;
    private readonly ApiRequest _request;
    private readonly RequestFailures _failures;
    private readonly TimeSpan _idleLimit;
    private readonly CancellationTokenSource _idle;
    private CancellationTokenSource? _either;
    private CancellationToken _callers;

    private WatchStream(
        HttpResponseMessage response, Stream body, ApiRequest request, JsonTypeInfo<T> type, RequestFailures failures, TimeSpan idleLimit, TimeProvider time)
    {
        _response = response;
        _lines = new LineReader(body);
        _request = request;
        _type = type;
        _failures = failures;
        _idleLimit = idleLimit;
        _idle = new CancellationTokenSource(idleLimit, time);
    }

    public static async Task<WatchStream<T>> OpenAsync(
        RequestSender sender, ApiRequest request, JsonTypeInfo<T> type, TransportOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.WatchHeaderDeadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var response = await sender.SendAsync(request, options.WatchHeaderDeadline, either.Token).ConfigureAwait(false);
            try
            {
                var body = await ResponseBody.OpenAsync(response, either.Token).ConfigureAwait(false);
                return new(response, body, request, type, sender.Failures, options.WatchIdleLimit, time);
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

    /// <inheritdoc/>
    public async ValueTask<WatchEvent<T>?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            _idle.CancelAfter(_idleLimit);
            var line = await _lines.ReadLineAsync(EitherOf(cancellationToken)).ConfigureAwait(false);
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

    public ValueTask DisposeAsync()
    {
        _either?.Dispose();
        _idle.Dispose();
        _response.Dispose();
        _lines.Dispose();
        return ValueTask.CompletedTask;
    }

    // Linked anew only for another caller: every event is read with the same token, as a rule.
    private CancellationToken EitherOf(CancellationToken cancellationToken)
    {
        if (_either is null || _callers != cancellationToken)
        {
            _either?.Dispose();
            _either = CancellationTokenSource.CreateLinkedTokenSource(_idle.Token, cancellationToken);
            _callers = cancellationToken;
        }

        return _either.Token;
    }
}
