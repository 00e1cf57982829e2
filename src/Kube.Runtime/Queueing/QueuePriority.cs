namespace Kube.Runtime.Queueing;

/// <summary>Priorities of keys in a <see cref="WorkQueue{TKey}"/>; any other number is as good.</summary>
public static class QueuePriority
{
    /// <summary>What somebody waits for: a change, or a look that was asked for.</summary>
    public const int Normal = 0;

    /// <summary>What may wait: objects that were there when a controller started, and those that are looked at again without a change.</summary>
    public const int Low = -100;
}
