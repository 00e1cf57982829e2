namespace Kube.Runtime.Webhooks;

/// <summary>Choices of a <see cref="WebhookServer"/>.</summary>
public sealed record WebhookServerOptions
{
    /// <summary>IP address to listen on. Default: all IPv6 and IPv4 addresses.</summary>
    public string Address { get; init; } = "::";

    /// <summary>Port to listen on; 0 takes a free one. Default: 9443, as webhooks of controller-runtime.</summary>
    public int Port { get; init; } = 9443;

    /// <summary>
    /// Most requests that are worked on at a time; others wait. Bounds memory: what a request may hold is bounded as well, by 7 MiB for admission and
    /// 256 MiB for conversion, of which the API server sends whole lists. Default: 64.
    /// </summary>
    public int MaxConcurrentRequests { get; init; } = 64;

    /// <summary>How long a request may take to arrive and be answered. Default: 30 seconds, the longest that API servers wait.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long running requests are given when the server stops. Default: 10 seconds.</summary>
    public TimeSpan StopDeadline { get; init; } = TimeSpan.FromSeconds(10);
}
