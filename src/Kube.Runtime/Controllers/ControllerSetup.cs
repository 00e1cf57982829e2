using Kube.Runtime.Watching;

namespace Kube.Runtime.Controllers;

/// <summary>What a controller reconciles and what wakes it, as its builder found it.</summary>
internal sealed record ControllerSetup(string Name)
{
    /// <summary>The kind that is reconciled, for logs; null when a test has none.</summary>
    public ResourceDefinition? Primary { get; init; }

    /// <summary>Caches that must be in sync before the first reconcile.</summary>
    public IReadOnlyList<IInformer> Informers { get; init; } = [];

    /// <summary>Begins to put keys into the queue; what is returned ends it.</summary>
    public IReadOnlyList<Func<KeySink, IDisposable>> Subscriptions { get; init; } = [];

    /// <summary>Put keys into the queue as long as they run. Ending is no fault; failing is the controller's end.</summary>
    public IReadOnlyList<Func<Controller, CancellationToken, Task>> Sources { get; init; } = [];

    /// <summary>The keys of all objects of the primary kind that are cached.</summary>
    public Func<IEnumerable<ObjectKey>> AllKeys { get; init; } = static () => [];
}
