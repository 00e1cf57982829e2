namespace Kube.Runtime.Queueing;

/// <summary>Choices of a <see cref="WorkQueue{TKey}"/>.</summary>
public sealed record WorkQueueOptions
{
    /// <summary>Name in the metrics <c>workqueue_*</c>; null for a queue that is not measured. Default null; controllers set their own name.</summary>
    public string? Name { get; init; }

    /// <summary>Delay after a key's first failure; doubled with every further one. Default 5 ms.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Longest delay between two attempts at a failing key. Default 1000 s.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(1000);

    /// <summary>
    /// Retries of all keys together in a second, beyond <see cref="RetryBurst"/>; null for no limit. Default 10, as in client-go. When a
    /// whole installation fails at once, this keeps the retries from becoming a flood.
    /// </summary>
    public double? RetriesPerSecond { get; init; } = 10;

    /// <summary>Retries that need not wait for <see cref="RetriesPerSecond"/>; filled again at that rate. Default 100.</summary>
    public int RetryBurst { get; init; } = 100;
}
