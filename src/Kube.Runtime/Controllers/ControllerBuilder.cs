using System.Threading.Channels;
using k8s;
using k8s.Models;
using Kube.Runtime.Watching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Runtime.Controllers;

/// <summary>Says what a controller reconciles, what wakes it, and how.</summary>
/// <param name="name">Name for logs and metrics, such as <c>crontab</c>.</param>
public sealed class ControllerBuilder(string name)
{
    private readonly List<IInformer> _informers = [];
    private readonly List<Func<KeySink, IDisposable>> _subscriptions = [];
    private readonly List<Func<Controller, CancellationToken, Task>> _sources = [];
    private ControllerOptions _options = new();
    private ResourceDefinition? _primary;
    private Func<IEnumerable<ObjectKey>> _allKeys = static () => [];
    private Action<UndecodableObject>? _onUndecodable;
    private ILogger _logger = NullLogger.Instance;
    private TimeProvider _time = TimeProvider.System;

    /// <summary>The kind whose keys are reconciled.</summary>
    /// <param name="informer">Its informer; run it yourself or register it with the host.</param>
    /// <param name="predicate">Which changes count; null for all.</param>
    public ControllerBuilder For<T>(Informer<T> informer, EventPredicate<T>? predicate = null)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(informer);
        if (_primary is not null)
        {
            throw new InvalidOperationException($"Controller '{name}' already reconciles {_primary}; a controller has one primary kind.");
        }

        _primary = informer.Resource;
        var type = informer.Type;
        _allKeys = () => informer.Lister.List().Select(type.KeyOf);
        return Subscribe(
            informer,
            sink => new(informer, sink, item => [type.KeyOf(item)], predicate) { Report = item => _onUndecodable?.Invoke(item) });
    }

    /// <summary>
    /// A kind whose objects belong to the primary kind: a change wakes the object that owns them, and so does the coming and going of an
    /// object that cannot be read.
    /// </summary>
    /// <param name="informer">Its informer.</param>
    /// <param name="predicate">Which changes count; null for all.</param>
    /// <param name="match">Whether only the owner that controls an object is woken, or every one that it names.</param>
    /// <param name="trigger">How urgent changes are; null for the defaults.</param>
    public ControllerBuilder Owns<T>(
        Informer<T> informer, EventPredicate<T>? predicate = null, OwnerMatch match = OwnerMatch.Controller, TriggerOptions? trigger = null)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        Subscribe(informer, sink => new(informer, sink, item => OwnerKeys.Of(item, Primary, match), predicate)
        {
            KeysOfUndecodable = item => OwnerKeys.Of(item, Primary),
            Trigger = trigger ?? TriggerOptions.Default,
        });

    /// <summary>Any other kind, with a function that says whom a change concerns.</summary>
    /// <param name="informer">Its informer.</param>
    /// <param name="keysOf">The primary objects that one object concerns; an update concerns those of both states.</param>
    /// <param name="predicate">Which changes count; null for all.</param>
    /// <param name="trigger">How urgent changes are; null for the defaults.</param>
    public ControllerBuilder Watches<T>(
        Informer<T> informer, Func<T, IEnumerable<ObjectKey>> keysOf, EventPredicate<T>? predicate = null, TriggerOptions? trigger = null)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        Subscribe(informer, sink => new(informer, sink, keysOf, predicate) { Trigger = trigger ?? TriggerOptions.Default });

    /// <summary>Keys from outside of the cluster, such as those of a web hook or a timer. They are read while the controller runs.</summary>
    public ControllerBuilder Watches(ChannelReader<ObjectKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return Source(async (controller, stopping) =>
        {
            await foreach (var key in keys.ReadAllAsync(stopping).ConfigureAwait(false))
            {
                controller.Queue.Add(key);
            }
        });
    }

    /// <summary>Each signal wakes the reconciler for all objects of the primary kind, as after a change of settings.</summary>
    public ControllerBuilder ReconcileAllOn<TSignal>(ChannelReader<TSignal> signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        return Source(async (controller, stopping) =>
        {
            await foreach (var signal in signals.ReadAllAsync(stopping).ConfigureAwait(false))
            {
                controller.ReconcileAll();
            }
        });
    }

    /// <summary>
    /// Anything else that wakes the controller: runs while the controller does, from when its caches are in sync, and adds to its queue. It may
    /// end; when it fails, the controller does.
    /// </summary>
    public ControllerBuilder Source(Func<Controller, CancellationToken, Task> run)
    {
        _sources.Add(run);
        return this;
    }

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
        var setup = new ControllerSetup(name)
        {
            Primary = Primary,
            Informers = [.. _informers],
            Subscriptions = [.. _subscriptions],
            Sources = [.. _sources],
            AllKeys = _allKeys,
        };
        return new Controller(setup, reconciler, _options, _logger, _time);
    }

    private ResourceDefinition Primary =>
        _primary ?? throw new InvalidOperationException($"Controller '{name}' has no primary kind: call For() first.");

    private ControllerBuilder Subscribe<T>(Informer<T> informer, Func<KeySink, EnqueueHandler<T>> handlerOf)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(informer);
        _informers.Add(informer);
        _subscriptions.Add(sink => handlerOf(sink).Subscribe());
        return this;
    }
}
