using Kube.Runtime.Queueing;

namespace Kube.Runtime.Controllers;

/// <summary>Choices of a controller.</summary>
public sealed record ControllerOptions
{
    /// <summary>Reconciles that may run at the same time, for different keys. Default 1.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Longest time of one reconcile before it is cancelled and tried again; null for no limit. Default null.</summary>
    public TimeSpan? ReconcileTimeout { get; init; }

    /// <summary>How long running reconciles may go on after a stop before they are cancelled. Default 20 s.</summary>
    public TimeSpan StopDeadline { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Back-off of failing keys.</summary>
    public WorkQueueOptions Queue { get; init; } = new();
}
