using Kube.Runtime.Queueing;

namespace Kube.Runtime.Controllers;

/// <summary>Choices of a controller.</summary>
public sealed record ControllerOptions
{
    /// <summary>Reconciles that may run at the same time, for different keys. Default 1.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Longest time of one reconcile before it is cancelled and tried again; null for no limit. Default null.</summary>
    public TimeSpan? ReconcileTimeout { get; init; }

    /// <summary>Longest wait for the caches before the controller gives up, and with it the process. Default 2 minutes.</summary>
    public TimeSpan CacheSyncTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long running reconciles may go on after a stop before they are cancelled. Default 20 s.</summary>
    public TimeSpan StopDeadline { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long a change waits for others of the same object, so that a burst becomes one reconcile. It never waits longer than this. Default
    /// zero: a change is acted on at once.
    /// </summary>
    public TimeSpan Debounce { get; init; }

    /// <summary>Back-off of failing keys, of one and of all together.</summary>
    public WorkQueueOptions Queue { get; init; } = new();
}
