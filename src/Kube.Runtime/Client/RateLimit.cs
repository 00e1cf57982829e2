namespace Kube.Runtime.Client;

/// <summary>How many requests a client sends at most: a burst at once, then a steady number a second.</summary>
/// <param name="PerSecond">Requests a second in the long run; client-go's classic value is 20.</param>
/// <param name="Burst">Requests that may be sent at once after a quiet time; client-go's classic value is 30.</param>
public sealed record RateLimit(double PerSecond, int Burst)
{
    /// <inheritdoc cref="RateLimit"/>
    public double PerSecond { get; } = PerSecond > 0
        ? PerSecond
        : throw new ArgumentOutOfRangeException(nameof(PerSecond), PerSecond, "A rate limit lets some requests pass; set TransportOptions.RateLimit to null for none.");

    /// <inheritdoc cref="RateLimit"/>
    public int Burst { get; } = Burst > 0
        ? Burst
        : throw new ArgumentOutOfRangeException(nameof(Burst), Burst, "A burst is at least one request.");
}
