using k8s;
using k8s.Models;
using Kube.Runtime.Queueing;
using Kube.Runtime.Watching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Runtime.Controllers;

/// <summary>Says what a controller reconciles, what wakes it, and how.</summary>
/// <param name="name">Name for logs, such as <c>crontab</c>.</param>
public sealed class ControllerBuilder(string name)
{
    private readonly List<IInformer> _informers = [];
    private readonly List<Func<WorkQueue<ObjectKey>, IDisposable>> _subscriptions = [];
    private ControllerOptions _options = new();
    private ResourceDefinition? _primary;
    private Action<UndecodableObject>? _onUndecodable;
    private ILogger _logger = NullLogger.Instance;
    private TimeProvider _time = TimeProvider.System;

    /// <summary>The kind whose keys are reconciled.</summary>
    /// <param name="informer">Its informer; run it yourself or register it with the host.</param>
    /// <param name="predicate">Which updates count; null for all.</param>
    public ControllerBuilder For<T>(Informer<T> informer, ChangePredicate<T>? predicate = null)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(informer);
        if (_primary is not null)
        {
            throw new InvalidOperationException($"Controller '{name}' already reconciles {_primary}; a controller has one primary kind.");
        }

        _primary = informer.Resource;
        var type = informer.Type;
        return Subscribe(
            informer, queue => new(queue, item => [type.KeyOf(item)], predicate) { Report = item => _onUndecodable?.Invoke(item) });
    }

    /// <summary>
    /// A kind whose objects belong to the primary kind: a change wakes the object that controls them, and so does the coming and going of
    /// an object that cannot be read.
    /// </summary>
    public ControllerBuilder Owns<T>(Informer<T> informer, ChangePredicate<T>? predicate = null)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        Subscribe(informer, queue => new(queue, item => ControllingOwner.KeyOf(item, Primary), predicate)
        {
            KeysOfUndecodable = item => ControllingOwner.KeyOf(item, Primary),
        });

    /// <summary>Any other kind, with a function that says whom a change concerns.</summary>
    public ControllerBuilder Watches<T>(Informer<T> informer, Func<T, IEnumerable<ObjectKey>> keysOf, ChangePredicate<T>? predicate = null)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        Subscribe(informer, queue => new(queue, keysOf, predicate));

    /// <summary>Number of reconciles that may run at the same time. Default 1.</summary>
    public ControllerBuilder WithWorkers(int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        return WithOptions(_options with { Workers = workers });
    }

    /// <summary>All choices at once.</summary>
    public ControllerBuilder WithOptions(ControllerOptions options)
    {
        _options = options;
        return this;
    }

    /// <summary>Where outcomes are logged. Default: nowhere.</summary>
    public ControllerBuilder WithLogger(ILogger logger)
    {
        _logger = logger;
        return this;
    }

    /// <summary>Clock of delays and timeouts. Default: the system's.</summary>
    public ControllerBuilder WithTimeProvider(TimeProvider time)
    {
        _time = time;
        return this;
    }

    /// <summary>
    /// Told of primary objects that the server holds and the type cannot represent. They are not reconciled; an operator can tell its users
    /// with an event. Called on the informer's loop: return quickly.
    /// </summary>
    public ControllerBuilder OnUndecodable(Action<UndecodableObject> handle)
    {
        _onUndecodable = handle;
        return this;
    }

    /// <summary>Builds the controller.</summary>
    /// <exception cref="InvalidOperationException">No primary kind was named.</exception>
    public Controller Build(IReconciler reconciler)
    {
        _ = Primary;
        return new Controller(name, [.. _informers], [.. _subscriptions], reconciler, _options, _logger, _time);
    }

    private ResourceDefinition Primary =>
        _primary ?? throw new InvalidOperationException($"Controller '{name}' has no primary kind: call For() first.");

    private ControllerBuilder Subscribe<T>(Informer<T> informer, Func<WorkQueue<ObjectKey>, EnqueueHandler<T>> handlerOf)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(informer);
        _informers.Add(informer);
        _subscriptions.Add(queue => informer.Subscribe(handlerOf(queue)));
        return this;
    }
}
