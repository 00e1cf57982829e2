namespace Kube.Runtime.Webhooks;

/// <summary>Choices of a <see cref="WebhookServer"/>.</summary>
public sealed record WebhookServerOptions
{
    /// <summary>IP address to listen on. Default: all IPv6 and IPv4 addresses.</summary>
    public string Address { get; init; } = "::";

    /// <summary>Port to listen on; 0 takes a free one. Default: 9443, as webhooks of controller-runtime.</summary>
    public int Port { get; init; } = 9443;

    /// <summary>Most requests that are worked on at a time; others wait. Default: 64.</summary>
    public int MaxConcurrentRequests { get; init; } = 64;

    /// <summary>
    /// Most bytes that the bodies of all requests that are worked on have together; others wait in line, and are answered with 503 when
    /// <see cref="RequestTimeout"/> has passed. One request may have 7 MiB for admission and 256 MiB for conversion, of which the API server sends
    /// whole lists, and no more than this. A request that does not tell its length counts as the largest. Memory is a multiple of it: the
    /// objects that are made of the bodies come on top. Default: 512 MiB.
    /// </summary>
    public long MaxConcurrentBytes { get; init; } = 512 * 1024 * 1024;

    /// <summary>How long a request may take to arrive and be answered. Default: 30 seconds, the longest that API servers wait.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long running requests are given when the server stops. Default: 10 seconds.</summary>
    public TimeSpan StopDeadline { get; init; } = TimeSpan.FromSeconds(10);
}
