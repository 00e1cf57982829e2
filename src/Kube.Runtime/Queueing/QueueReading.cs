namespace Kube.Runtime.Queueing;

/// <summary>A queue as its metrics see it.</summary>
internal interface IMeasuredQueue
{
    string Name { get; }

    QueueReading Read();
}

/// <summary>What the metrics of a queue say at one moment.</summary>
/// <param name="Adds">Keys that were added, without those that waited already.</param>
/// <param name="Retries">Keys that were added with back-off.</param>
/// <param name="Depths">Waiting keys by priority.</param>
/// <param name="Unfinished">Time that all running work has taken so far.</param>
/// <param name="Longest">Time that the longest running work has taken so far.</param>
internal sealed record QueueReading(
    long Adds, long Retries, IReadOnlyList<(int Priority, int Count)> Depths, TimeSpan Unfinished, TimeSpan Longest);
