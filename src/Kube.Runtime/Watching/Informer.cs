using k8s;
using k8s.Models;
using Kube.Runtime.Caching;
using Kube.Runtime.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Runtime.Watching;

/// <summary>One list and watch of a resource, its cache, and any number of handlers. Share one informer among all who need the resource.</summary>
/// <typeparam name="T">Type of the objects.</typeparam>
public sealed class Informer<T> : IInformer, IReflectorSink<T>, IRuntimeComponent
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private readonly Lock _lock = new();
    private readonly ObjectStore<T> _store;
    private readonly ResourceType<T> _type;
    private readonly InformerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Reflector<T> _reflector;
    private readonly Dictionary<ObjectKey, UndecodableObject> _undecodable = [];
    private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IResourceHandler<T>[] _handlers = [];
    private volatile WatchFailure? _failure;
    private int _running;

    /// <summary>Creates an informer; nothing is sent before <see cref="RunAsync"/>.</summary>
    /// <param name="transport">Reaches the server.</param>
    /// <param name="type">The resource.</param>
    /// <param name="options">What to watch; null for everything.</param>
    /// <param name="logger">Logs failures and recoveries.</param>
    /// <param name="time">Clock of delays; null for the system's.</param>
    /// <param name="indexes">Named indexes of the cache.</param>
    /// <param name="random">Source of jitter; null for the shared one.</param>
    public Informer(
        IApiTransport transport,
        ResourceType<T> type,
        InformerOptions? options = null,
        ILogger? logger = null,
        TimeProvider? time = null,
        IEnumerable<IndexDefinition<T>>? indexes = null,
        Random? random = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        _type = type;
        _options = options ?? new InformerOptions();
        _time = time ?? TimeProvider.System;
        _logger = logger ?? NullLogger.Instance;
        _store = new ObjectStore<T>(type, indexes ?? []);
        _reflector = new Reflector<T>(transport, type, _options, this, _time, random ?? Random.Shared);
    }

    /// <summary>Applied to every object before it is stored. Default: drops <c>metadata.managedFields</c>, often half of an object.</summary>
    public Func<T, T> Transform { get; init; } = DropManagedFields;

    /// <summary>The resource with its type.</summary>
    public ResourceType<T> Type => _type;

    /// <inheritdoc/>
    public ResourceDefinition Resource => _type.Definition;

    /// <summary>Reads the cache.</summary>
    public ILister<T> Lister => _store;

    /// <summary>Objects that the server holds and the cache cannot: they exist, though no lister shows them.</summary>
    public IReadOnlyList<UndecodableObject> Undecodable
    {
        get
        {
            lock (_lock)
            {
                return [.. _undecodable.Values];
            }
        }
    }

    /// <inheritdoc/>
    public bool HasSynced => _synced.Task.IsCompleted;

    /// <inheritdoc/>
    public WatchFailure? Failure => _failure;

    /// <inheritdoc/>
    public string Name => $"informer of {Resource}";

    /// <inheritdoc/>
    public RuntimePhase Phase => RuntimePhase.Caches;

    /// <inheritdoc/>
    public Task WaitForSyncAsync(CancellationToken cancellationToken) => _synced.Task.WaitAsync(cancellationToken);

    /// <summary>Adds a handler. It is told of everything the cache holds already, then of every change.</summary>
    /// <returns>Dispose it to end the subscription.</returns>
    public IDisposable Subscribe(IResourceHandler<T> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        lock (_lock)
        {
            foreach (var item in _store.List())
            {
                Tell(handler, h => h.OnAdded(item));
            }

            foreach (var item in _undecodable.Values)
            {
                Tell(handler, h => h.OnUndecodable(item));
            }

            _handlers = [.. _handlers, handler];
        }

        return new Subscription(() =>
        {
            lock (_lock)
            {
                _handlers = [.. _handlers.Where(other => !ReferenceEquals(other, handler))];
            }
        });
    }

    /// <summary>Lists and watches until cancelled; failures are logged, shown by <see cref="Failure"/> and tried again.</summary>
    /// <exception cref="OperationCanceledException">Always, in the end.</exception>
    /// <exception cref="InvalidOperationException">The informer runs already.</exception>
    public Task RunAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _running, 1) != 0)
        {
            throw new InvalidOperationException($"The {Name} runs already; an informer runs once.");
        }

        return _reflector.RunAsync(cancellationToken);
    }

    void IReflectorSink<T>.Replace(IReadOnlyList<T> items, IReadOnlyList<UndecodableObject> undecodable)
    {
        lock (_lock)
        {
            var old = _store.Replace(items.Select(Transform));
            var oldUndecodable = _undecodable.Values.ToList();
            _undecodable.Clear();
            foreach (var item in undecodable)
            {
                _undecodable[item.Key] = item;
                TellAll(h => h.OnUndecodable(item));
            }

            foreach (var last in oldUndecodable.Where(last => !_undecodable.ContainsKey(last.Key) && _store.Get(last.Key) is null))
            {
                TellAll(h => h.OnUndecodableDeleted(last));
            }

            foreach (var (key, last) in old)
            {
                if (_store.Get(key) is null)
                {
                    TellAll(h => h.OnDeleted(last));
                }
            }

            foreach (var item in _store.List())
            {
                TellOfChange(old.GetValueOrDefault(_type.KeyOf(item)), item);
            }
        }

        Recovered();
        if (_synced.TrySetResult())
        {
            _logger.LogInformation("The {Name} is in sync: {Count} objects, {Undecodable} unreadable.", Name, items.Count, undecodable.Count);
        }
    }

    void IReflectorSink<T>.Apply(WatchEvent<T> change)
    {
        lock (_lock)
        {
            if (change.Undecodable is { } undecodable)
            {
                ApplyUndecodable(change.Type, undecodable);
                return;
            }

            var item = Transform(change.Resource!);
            var key = _type.KeyOf(item);
            _undecodable.Remove(key);
            if (change.Type == WatchEventType.Deleted)
            {
                _store.Remove(key);
                TellAll(h => h.OnDeleted(item));
            }
            else
            {
                TellOfChange(_store.Set(item), item);
            }
        }
    }

    void IReflectorSink<T>.Recovered() => Recovered();

    void IReflectorSink<T>.Failed(ApiException failure, TimeSpan retryIn)
    {
        var message = WatchFailureMessage.For(Resource, _options.Namespace, failure);
        if (_failure?.Message == message)
        {
            return;
        }

        _failure = new WatchFailure(message, failure, _time.GetUtcNow());
        _logger.LogWarning("{Message} Trying again in {Delay:0.0} s and so on, up to every {Max:0} s.", message, retryIn.TotalSeconds, _options.Backoff.Max.TotalSeconds);
    }

    private void Recovered()
    {
        if (_failure is not null)
        {
            _failure = null;
            _logger.LogInformation("The {Name} follows the server again.", Name);
        }
    }

    private void ApplyUndecodable(WatchEventType type, UndecodableObject item)
    {
        var last = _store.Remove(item.Key);
        _undecodable.Remove(item.Key);
        if (last is not null)
        {
            TellAll(h => h.OnDeleted(last));
        }

        if (type != WatchEventType.Deleted)
        {
            _undecodable[item.Key] = item;
            TellAll(h => h.OnUndecodable(item));
        }
        else if (last is null)
        {
            TellAll(h => h.OnUndecodableDeleted(item));
        }
    }

    private void TellOfChange(T? old, T @new)
    {
        if (old is null)
        {
            TellAll(h => h.OnAdded(@new));
        }
        else if (old.Metadata?.Uid != @new.Metadata?.Uid)
        {
            // A namesake: the gap in the watch swallowed one object's end and another's beginning.
            TellAll(h => h.OnDeleted(old));
            TellAll(h => h.OnAdded(@new));
        }
        else if (old.Metadata?.ResourceVersion != @new.Metadata?.ResourceVersion)
        {
            TellAll(h => h.OnUpdated(old, @new));
        }
    }

    private void TellAll(Action<IResourceHandler<T>> tell)
    {
        foreach (var handler in _handlers)
        {
            Tell(handler, tell);
        }
    }

    private void Tell(IResourceHandler<T> handler, Action<IResourceHandler<T>> tell)
    {
        try
        {
            tell(handler);
        }
        catch (Exception e)
        {
            _logger.LogError(e, "A handler of the {Name} failed; the others and later changes are not affected.", Name);
        }
    }

    private static T DropManagedFields(T item)
    {
        if (item.Metadata is { } metadata)
        {
            metadata.ManagedFields = null;
        }

        return item;
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
