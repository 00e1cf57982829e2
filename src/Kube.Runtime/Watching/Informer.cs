using k8s;
using k8s.Models;
using Kube.Runtime.Caching;
using Kube.Runtime.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Runtime.Watching;

/// <summary>
/// One list and watch of a resource, its cache, and any number of handlers. Share one informer among all who need the resource:
/// <see cref="SharedInformers"/> does.
/// </summary>
/// <typeparam name="T">Type of the objects.</typeparam>
public sealed class Informer<T> : IInformer, IReflectorSink<T>, IRuntimeComponent
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private readonly ObjectStore<T> _store;
    private readonly CacheWriter<T> _cache;
    private readonly InformerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Random _random;
    private readonly Reflector<T> _reflector;
    private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile WatchFailure? _failure;
    private int _running;

    /// <summary>Creates an informer; nothing is sent before <see cref="RunAsync"/>.</summary>
    /// <param name="transport">Reaches the server.</param>
    /// <param name="type">The resource; <see cref="PartialObjectMetadata.Of"/> for one read by its metadata alone.</param>
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
        Type = type;
        _options = options ?? new InformerOptions();
        _time = time ?? TimeProvider.System;
        _logger = logger ?? NullLogger.Instance;
        _random = random ?? Random.Shared;
        _store = new ObjectStore<T>(type, indexes ?? []);
        _cache = new CacheWriter<T>(type, _store, new HandlerList<T>(Name, _logger), _options.OmitManagedFields);
        _reflector = new Reflector<T>(transport, type, _options, this, _time, _random);
    }

    /// <summary>
    /// Applied to every object before it is stored, to drop what nobody reads. Default: nothing. Must leave name, namespace, UID and resource
    /// version; an object for which it throws is reported as undecodable. Managed fields: see <see cref="InformerOptions.OmitManagedFields"/>.
    /// </summary>
    public Func<T, T> Transform
    {
        get => _cache.Transform;
        init => _cache.Transform = value;
    }

    /// <summary>The resource with its type.</summary>
    public ResourceType<T> Type { get; }

    /// <inheritdoc/>
    public ResourceDefinition Resource => Type.Definition;

    /// <summary>Reads the cache.</summary>
    public ILister<T> Lister => _store;

    /// <summary>Objects that the server holds and the cache cannot: they exist, though no lister shows them.</summary>
    public IReadOnlyList<UndecodableObject> Undecodable => _cache.Undecodable;

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
        _cache.Subscribe(handler);
        return new Subscription(() => _cache.Unsubscribe(handler));
    }

    /// <summary>Lists and watches until cancelled; failures are logged, shown by <see cref="Failure"/> and tried again.</summary>
    /// <exception cref="OperationCanceledException">Always, in the end.</exception>
    /// <exception cref="InvalidOperationException">The informer runs already.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _running, 1) != 0)
        {
            throw new InvalidOperationException($"The {Name} runs already; an informer runs once.");
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] loops = [_reflector.RunAsync(stop.Token), ResyncAsync(stop.Token)];

        // Neither ends by itself but by a fault, which must be seen.
        var first = await Task.WhenAny(loops).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first.ConfigureAwait(false);
    }

    void IReflectorSink<T>.Replace(IReadOnlyList<T> items, IReadOnlyList<UndecodableObject> undecodable)
    {
        _cache.Replace(items, undecodable);
        Recovered();
        if (_synced.TrySetResult())
        {
            _logger.LogInformation("The {Name} is in sync: {Count} objects, {Undecodable} unreadable.", Name, items.Count, undecodable.Count);
        }
    }

    void IReflectorSink<T>.Apply(WatchEvent<T> change) => _cache.Apply(change);

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

    private async Task ResyncAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // A tenth more or less, so that many informers do not wake their controllers together.
            var pause = _options.ResyncInterval is { } interval ? interval * (0.9 + (0.2 * _random.NextDouble())) : Timeout.InfiniteTimeSpan;
            await Task.Delay(pause, _time, cancellationToken).ConfigureAwait(false);
            if (HasSynced)
            {
                _cache.Resync();
            }
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
