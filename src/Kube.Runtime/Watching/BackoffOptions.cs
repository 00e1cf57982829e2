namespace Kube.Runtime.Watching;

/// <summary>An exponential back-off with jitter.</summary>
public sealed record BackoffOptions
{
    /// <summary>Shortest delay. Default 0.8 s.</summary>
    public TimeSpan Base { get; init; } = TimeSpan.FromMilliseconds(800);

    /// <summary>Longest delay before jitter. Default 30 s.</summary>
    public TimeSpan Max { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long things must go well before the delays start over. Default 2 minutes.</summary>
    public TimeSpan ResetAfter { get; init; } = TimeSpan.FromMinutes(2);
}
