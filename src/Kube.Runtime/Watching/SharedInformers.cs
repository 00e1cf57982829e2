using k8s;
using k8s.Models;
using Kube.Runtime.Caching;
using Kube.Runtime.Hosting;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Watching;

/// <summary>
/// Makes one informer for each resource, type, namespace and selector, however often it is asked for: all controllers of a kind share one list
/// and watch and one cache. Runs them all.
/// </summary>
/// <remarks>Thread-safe. Informers that are asked for while it runs are started at once.</remarks>
/// <param name="transport">Reaches the server.</param>
/// <param name="loggers">Makes the loggers; null for none.</param>
/// <param name="time">Clock of delays; null for the system's.</param>
public sealed class SharedInformers(IApiTransport transport, ILoggerFactory? loggers = null, TimeProvider? time = null) : IRuntimeComponent
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Place, (IInformer Informer, Func<CancellationToken, Task> Run)> _informers = [];
    private readonly List<Task> _running = [];
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationToken? _stopping;

    /// <inheritdoc/>
    public string Name => "shared informers";

    /// <inheritdoc/>
    public RuntimePhase Phase => RuntimePhase.Caches;

    /// <summary>All informers that were asked for, in no order.</summary>
    public IReadOnlyList<IInformer> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _informers.Values.Select(one => one.Informer)];
            }
        }
    }

    /// <summary>The informer of a resource.</summary>
    /// <param name="type">The resource; <see cref="PartialObjectMetadata.Of"/> has informers of its own.</param>
    /// <param name="options">
    /// What to watch; null for everything. Namespace and selectors tell informers apart; everything else is as the first asked for.
    /// </param>
    /// <param name="indexes">Named indexes of the cache, if this is the first to ask.</param>
    /// <exception cref="ArgumentException">The informer is there already, without one of the indexes.</exception>
    public Informer<T> For<T>(ResourceType<T> type, InformerOptions? options = null, params IEnumerable<IndexDefinition<T>> indexes)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(type);
        options ??= new InformerOptions();
        var place = new Place(type.Definition, typeof(T), options.Namespace, options.LabelSelector?.Text, options.FieldSelector?.Text);
        lock (_lock)
        {
            if (_informers.TryGetValue(place, out var present))
            {
                var shared = (Informer<T>)present.Informer;
                foreach (var index in indexes)
                {
                    _ = shared.Lister.ByIndex(index.Name, "");
                }

                return shared;
            }

            var informer = new Informer<T>(transport, type, options, loggers?.CreateLogger<Informer<T>>(), time, indexes);
            _informers[place] = (informer, informer.RunAsync);
            Start(informer.RunAsync);
            return informer;
        }
    }

    /// <summary>Completes when all informers that were asked for so far are in sync.</summary>
    public Task WaitForSyncAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(All.Select(informer => informer.WaitForSyncAsync(cancellationToken)));

    /// <summary>Runs all informers until cancelled.</summary>
    /// <exception cref="OperationCanceledException">Always, in the end.</exception>
    /// <exception cref="InvalidOperationException">They run already.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        lock (_lock)
        {
            if (_stopping is not null)
            {
                throw new InvalidOperationException($"The {Name} run already.");
            }

            _stopping = stop.Token;
            foreach (var (_, run) in _informers.Values)
            {
                Start(run);
            }
        }

        try
        {
            while (true)
            {
                // An informer ends only by a fault, or with all of them.
                var ended = await Task.WhenAny(Watched(out var added)).WaitAsync(cancellationToken).ConfigureAwait(false);
                if (ended != added)
                {
                    await ended.ConfigureAwait(false);
                }
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(Watched(out _).Skip(1)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private List<Task> Watched(out Task added)
    {
        lock (_lock)
        {
            if (_added.Task.IsCompleted)
            {
                _added = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            added = _added.Task;
            return [added, .. _running];
        }
    }

    // Under the lock. Before the run nothing starts; RunAsync starts what is there.
    private void Start(Func<CancellationToken, Task> run)
    {
        if (_stopping is { } stopping)
        {
            _running.Add(Task.Run(() => run(stopping), CancellationToken.None));
            _added.TrySetResult();
        }
    }

    private sealed record Place(ResourceDefinition Resource, Type Type, string? Namespace, string? Labels, string? Fields);
}
