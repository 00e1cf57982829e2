namespace Kube.Runtime.Client;

/// <summary>Patience and manners of a transport.</summary>
public sealed record TransportOptions
{
    /// <summary>Longest time of one call with all its retries; watches are excepted. Default 60 s.</summary>
    public TimeSpan CallDeadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest wait for the first bytes of a watch. Default 30 s.</summary>
    public TimeSpan WatchHeaderDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Longest silence of a watch before its connection is given up. Servers send a bookmark about every minute; a dead connection is usually
    /// noticed much sooner by keep-alive probes. Default 5 minutes.
    /// </summary>
    public TimeSpan WatchIdleLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest wait for a connection. Default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Most attempts at one call. Default 5.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>Delay after the first failed attempt; doubled after each further one, with jitter. Default 100 ms.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Value of the User-Agent header, by which server logs and priority rules know the client.</summary>
    public string UserAgent { get; init; } = "kube-runtime-dotnet/0.1";
}
