using System.Net;
using System.Text.Json;
using System.Text.Unicode;
using Kube.Runtime.Webhooks.Reviews;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Webhooks;

/// <summary>Answers the requests of one server: finds the webhook, reads the body within its bound, and turns every failure into a <c>Status</c>.</summary>
internal sealed class WebhookRequests : IDisposable
{
    // Deeper than any object: etcd's own limit of 1.5 MiB apart, a schema of the API server's has some 20 levels.
    private static readonly JsonDocumentOptions s_json = new() { MaxDepth = 256 };

    private readonly Dictionary<string, Webhook> _webhooks = new(StringComparer.Ordinal);
    private readonly WebhookServerOptions _options;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _slots;
    private readonly ByteBudget _memory;

    public WebhookRequests(IEnumerable<Webhook> webhooks, WebhookServerOptions options, ILogger logger, TimeProvider time)
    {
        foreach (var webhook in webhooks)
        {
            if (!_webhooks.TryAdd(webhook.Path, webhook))
            {
                throw new InvalidOperationException($"Two webhooks have the path '{webhook.Path}': give one another path.");
            }
        }

        _options = options;
        _logger = logger;
        _time = time;
        _slots = new(options.MaxConcurrentRequests);
        _memory = new(options.MaxConcurrentBytes);
    }

    public async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (!_webhooks.TryGetValue(path, out var webhook))
        {
            await RefuseAsync(context, HttpStatusCode.NotFound, "NotFound", $"No webhook has the path '{path}'.").ConfigureAwait(false);
            return;
        }

        var started = _time.GetTimestamp();
        WebhookMetrics.Started(path);
        try
        {
            using var timeout = new CancellationTokenSource(_options.RequestTimeout, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
            await AnswerAsync(context, webhook, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The caller has gone, or would not wait any longer.
            context.Abort();
        }
        finally
        {
            WebhookMetrics.Ended(path, context.Response.StatusCode, _time.GetElapsedTime(started));
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task AnswerAsync(HttpContext context, Webhook webhook, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await RefuseAsync(context, HttpStatusCode.MethodNotAllowed, "MethodNotAllowed", $"{webhook.Path} takes POST requests.").ConfigureAwait(false);
            return;
        }

        // Who does not tell how much there is gets room for the most: requests that ask for more on the way could wait for each other without end.
        var most = Math.Min(webhook.MaxRequestBytes, _memory.Size);
        var bytes = context.Request.ContentLength ?? most;
        if (bytes > most)
        {
            await RefuseTooLargeAsync(context, webhook, most).ConfigureAwait(false);
            return;
        }

        if (!await TryEnterAsync(context, bytes, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        try
        {
            await ReadAndAnswerAsync(context, webhook, most, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _memory.Return(bytes);
            _slots.Release();
        }
    }

    // An API server that is still there hears why nothing happened.
    private async Task<bool> TryEnterAsync(HttpContext context, long bytes, CancellationToken cancellationToken)
    {
        var hasSlot = false;
        try
        {
            await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
            hasSlot = true;
            await _memory.TakeAsync(bytes, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            if (hasSlot)
            {
                _slots.Release();
            }

            context.RequestAborted.ThrowIfCancellationRequested();
        }

        var message = $"Other requests kept the webhook server busy for {_options.RequestTimeout}.";
        await RefuseAsync(context, HttpStatusCode.ServiceUnavailable, "ServiceUnavailable", message).ConfigureAwait(false);
        return false;
    }

    private async Task ReadAndAnswerAsync(HttpContext context, Webhook webhook, long maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            using var body = new RequestBody(maxBytes);
            await body.ReadAsync(context.Request, cancellationToken).ConfigureAwait(false);
            if (!Utf8.IsValid(body.Bytes.Span))
            {
                // The parser looks no closer than it must, and whoever reads the text later would fail.
                throw new ReviewException("The body is no JSON: it is not UTF-8.");
            }

            using var document = JsonDocument.Parse(body.Bytes, s_json);
            var answer = await webhook.AnswerAsync(document, cancellationToken).ConfigureAwait(false);
            if (answer.Failure is { } failure)
            {
                WebhookMetrics.Panicked();
                _logger.LogError(failure, "The webhook {Path} failed.", webhook.Path);
            }

            await WriteAsync(context, HttpStatusCode.OK, answer.Body).ConfigureAwait(false);
        }
        catch (RequestTooLargeException)
        {
            await RefuseTooLargeAsync(context, webhook, maxBytes).ConfigureAwait(false);
        }
        catch (JsonException e)
        {
            await RefuseAsync(context, HttpStatusCode.BadRequest, "BadRequest", $"The body is no JSON: {e.Message}").ConfigureAwait(false);
        }
        catch (ReviewException e)
        {
            await RefuseAsync(context, HttpStatusCode.BadRequest, "BadRequest", e.Message).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            await RefuseAsync(context, (HttpStatusCode)e.StatusCode, "BadRequest", e.Message).ConfigureAwait(false);
        }
        catch (Exception e) when (!context.Response.HasStarted && e is not OperationCanceledException)
        {
            WebhookMetrics.Panicked();
            _logger.LogError(e, "The webhook {Path} failed.", webhook.Path);
            await RefuseAsync(context, HttpStatusCode.InternalServerError, "InternalError", $"The webhook {webhook.Path} failed: {e.Message}").ConfigureAwait(false);
        }
    }

    private Task RefuseTooLargeAsync(HttpContext context, Webhook webhook, long maxBytes) => RefuseAsync(
        context,
        HttpStatusCode.RequestEntityTooLarge,
        "RequestEntityTooLarge",
        $"The request is larger than the {maxBytes} bytes that {webhook.Path} takes.");

    private Task RefuseAsync(HttpContext context, HttpStatusCode code, string reason, string message)
    {
        _logger.LogWarning("A request to {Path} from {Remote} was refused with {Code}: {Message}",
            context.Request.Path, context.Connection.RemoteIpAddress, (int)code, message);
        var status = ReviewStatus.Failure(code, reason, message);
        return WriteAsync(context, code, JsonSerializer.SerializeToUtf8Bytes(status, ReviewJson.Default.ReviewStatus));
    }

    private static async Task WriteAsync(HttpContext context, HttpStatusCode code, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = (int)code;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }
}
