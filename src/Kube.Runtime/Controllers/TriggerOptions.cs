using Kube.Runtime.Queueing;

namespace Kube.Runtime.Controllers;

/// <summary>How the changes of one watched kind wake a reconciler.</summary>
public sealed record TriggerOptions
{
    /// <summary>
    /// Priority of the keys. What was there when the controller started, and what is looked at again without a change, has
    /// <see cref="QueuePriority.Low"/> nevertheless. Default <see cref="QueuePriority.Normal"/>.
    /// </summary>
    public int Priority { get; init; } = QueuePriority.Normal;

    /// <summary>
    /// How long a change waits for others that concern the same key, so that a burst becomes one reconcile. It never waits longer than this. Null
    /// for the controller's own, <see cref="ControllerOptions.Debounce"/>.
    /// </summary>
    public TimeSpan? Debounce { get; init; }

    internal static TriggerOptions Default { get; } = new();
}
