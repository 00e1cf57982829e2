using System.Diagnostics;
using k8s;
using k8s.Models;
using Kube;
using Kube.Runtime.Watching;

namespace Ray.Benchmarks.Scale;

/// <summary>
/// Watches the objects of one namespace and notes when half of them, and when all of them, were ready; and when none was left. It asks for
/// nothing in between: polling would load the server that is measured.
/// </summary>
internal sealed class Readiness<T> : IResourceHandler<T>, IAsyncDisposable
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _ready = [];
    private readonly HashSet<string> _present = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<Duration> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Predicate<T> _isReady;
    private readonly Informer<T> _informer;
    private readonly Task _running;
    private readonly int _count;
    private long _start;
    private double _half;

    private Readiness(IApiTransport transport, ResourceType<T> type, string ns, int count, Predicate<T> isReady)
    {
        _isReady = isReady;
        _count = count;
        _informer = new(transport, type, new InformerOptions { Namespace = ns });
        _informer.Subscribe(this);
        _running = _informer.RunAsync(_stop.Token);
    }

    /// <summary>Begins to watch an empty namespace.</summary>
    public static async Task<Readiness<T>> WatchAsync(
        IApiTransport transport, ResourceType<T> type, string ns, int count, Predicate<T> isReady, CancellationToken cancellationToken)
    {
        var readiness = new Readiness<T>(transport, type, ns, count, isReady);
        await readiness._informer.WaitForSyncAsync(cancellationToken);
        return readiness;
    }

    /// <summary>Time counts from here.</summary>
    public void Start() => _start = Stopwatch.GetTimestamp();

    /// <summary>Waits until all are ready.</summary>
    public Task<Duration> AllAsync(CancellationToken cancellationToken) => _done.Task.WaitAsync(TimeSpan.FromMinutes(10), cancellationToken);

    /// <summary>Waits until none is left.</summary>
    public Task GoneAsync(CancellationToken cancellationToken) => _gone.Task.WaitAsync(TimeSpan.FromMinutes(10), cancellationToken);

    public void OnAdded(T item) => See(item);

    public void OnUpdated(T old, T @new) => See(@new);

    public void OnDeleted(T last)
    {
        lock (_lock)
        {
            _present.Remove(last.Metadata.Uid);
            if (_present.Count == 0)
            {
                _gone.TrySetResult();
            }
        }
    }

    public void OnUndecodable(UndecodableObject item) =>
        _done.TrySetException(new InvalidOperationException($"{item.Key} cannot be read: {item.Problem}"));

    public void OnUndecodableDeleted(UndecodableObject last)
    {
        // It ended the run when it came.
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private void See(T item)
    {
        lock (_lock)
        {
            _present.Add(item.Metadata.Uid);
            if (!_isReady(item) || !_ready.Add(item.Metadata.Uid))
            {
                return;
            }

            var elapsed = Stopwatch.GetElapsedTime(_start).TotalSeconds;
            if (_ready.Count == (_count + 1) / 2)
            {
                _half = elapsed;
            }

            if (_ready.Count == _count)
            {
                _done.TrySetResult(new(_half, elapsed));
            }
        }
    }
}
