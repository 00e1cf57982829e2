namespace Kube.Runtime.Queueing;

/// <summary>Priorities of keys in a <see cref="WorkQueue{TKey}"/>; any other number is as good.</summary>
public static class QueuePriority
{
    /// <summary>
    /// What is under way: it comes to its end before something new is begun, so that of many objects that were created together the first are
    /// ready long before the last.
    /// </summary>
    public const int High = 100;

    /// <summary>What somebody waits for: a change, or a look that was asked for.</summary>
    public const int Normal = 0;

    /// <summary>What may wait: objects that were there when a controller started, and those that are looked at again without a change.</summary>
    public const int Low = -100;
}
