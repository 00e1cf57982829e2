using System.Text.Json;

namespace Kube.Runtime.Webhooks;

/// <summary>
/// One path of a <see cref="WebhookServer"/>: a <see cref="ValidatingWebhook{T}"/>, a <see cref="MutatingWebhook{T}"/> or a
/// <see cref="ConversionWebhook{THub}"/>.
/// </summary>
public abstract class Webhook
{
    private protected Webhook(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = path[0] == '/' ? path : throw new ArgumentException($"The path '{path}' of a webhook begins with a slash.", nameof(path));
    }

    /// <summary>Path of the requests, beginning with a slash.</summary>
    public string Path { get; }

    /// <summary>Most bytes of a request; larger ones are answered with 413 before they are read to the end.</summary>
    internal abstract long MaxRequestBytes { get; }

    /// <summary>Answers a review. The document is disposed afterwards.</summary>
    /// <exception cref="ReviewException">The document is no review of the right kind.</exception>
    internal abstract ValueTask<WebhookAnswer> AnswerAsync(JsonDocument review, CancellationToken cancellationToken);
}

/// <summary>An answer, and how it went for logs and metrics.</summary>
/// <param name="Body">UTF-8 JSON.</param>
/// <param name="Failure">What broke in the webhook itself; null when it did what it should, also by refusing.</param>
internal readonly record struct WebhookAnswer(ReadOnlyMemory<byte> Body, Exception? Failure = null);

/// <summary>The body of a request is not what the API server sends.</summary>
internal sealed class ReviewException(string message) : Exception(message);
