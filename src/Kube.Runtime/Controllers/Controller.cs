using Kube.Runtime.Hosting;
using Kube.Runtime.Queueing;
using Kube.Runtime.Telemetry;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Controllers;

/// <summary>
/// Waits for its caches, then hands keys to a reconciler with a number of workers; never the same key twice at once. Made by
/// <see cref="ControllerBuilder"/>; runs once.
/// </summary>
public sealed class Controller : IRuntimeComponent, IDisposable
{
    private static readonly TimeSpan s_lastWait = TimeSpan.FromSeconds(5);

    private readonly ControllerSetup _setup;
    private readonly ControllerOptions _options;
    private readonly ControllerStats _stats;
    private readonly Reconciliation _reconciliation;
    private readonly CancellationTokenSource _abandon = new();
    private readonly ILogger _logger;
    private readonly TimeProvider _time;

    internal Controller(ControllerSetup setup, IReconciler reconciler, ControllerOptions options, ILogger logger, TimeProvider time)
    {
        _setup = setup;
        _options = options;
        _logger = logger;
        _time = time;
        _stats = new ControllerStats(setup.Name, options.Workers);
        Queue = new WorkQueue<ObjectKey>(options.Queue with { Name = options.Queue.Name ?? setup.Name }, time);
        _reconciliation = new Reconciliation(setup, options, reconciler, Queue, _stats, logger, time);
        ControllerMetrics.Register(_stats);
    }

    /// <inheritdoc/>
    public string Name => _setup.Name;

    /// <inheritdoc/>
    public RuntimePhase Phase => RuntimePhase.Controllers;

    /// <summary>The keys that wait. Add to it to wake the reconciler for reasons of your own.</summary>
    public WorkQueue<ObjectKey> Queue { get; }

    /// <summary>Wakes the reconciler for every object of the primary kind that is cached, as after a change of settings. Changes come first.</summary>
    public void ReconcileAll()
    {
        foreach (var key in _setup.AllKeys())
        {
            Queue.Add(key, QueuePriority.Low);
        }
    }

    /// <summary>
    /// Reconciles until cancelled. Then no new key is begun, running reconciles may end within the stop deadline, after which they are
    /// cancelled. The informers must run meanwhile; the controller does not run them.
    /// </summary>
    /// <exception cref="OperationCanceledException">Always, in the end.</exception>
    /// <exception cref="TimeoutException">A cache was not in sync in time; the message names its kind and the likely cause.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var sink = new KeySink(Queue, _options.Debounce);
        var subscriptions = _setup.Subscriptions.Select(subscribe => subscribe(sink)).ToArray();
        try
        {
            await CacheSync.WaitAsync(Name, _setup.Informers, _options.CacheSyncTimeout, _time, cancellationToken).ConfigureAwait(false);
            _logger.LogInformation("Controller {Controller} starts with {Workers} workers.", Name, _options.Workers);
            await WorkAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (var subscription in subscriptions)
            {
                subscription.Dispose();
            }

            Dispose();
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Cancels the running reconciles at once instead of waiting for them: their work may do no more good.</summary>
    public void Abandon() => _abandon.Cancel();

    /// <summary>Shuts the queue down, for a controller that never ran; one that runs does it in the end.</summary>
    public void Dispose()
    {
        Queue.Dispose();
        ControllerMetrics.Unregister(_stats);
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var sources = RunSourcesAsync(ended.Token);
        var workers = Enumerable.Range(0, _options.Workers).Select(_ => Task.Run(() => WorkerAsync(stopping), CancellationToken.None));
        var all = Task.WhenAll(workers.ToArray());
        await Task.WhenAny(all, sources, Task.Delay(Timeout.InfiniteTimeSpan, _time, stopping)).ConfigureAwait(false);
        Queue.ShutDown();
        await DrainAsync(all).ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        await sources.ConfigureAwait(false);
    }

    private async Task DrainAsync(Task workers)
    {
        try
        {
            await workers.WaitAsync(_options.StopDeadline, _time, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _logger.LogWarning(
                "Controller {Controller}: {Count} reconciles still run {Deadline:0} s after the stop; they are cancelled.",
                Name, Queue.ProcessingCount, _options.StopDeadline.TotalSeconds);
            await _abandon.CancelAsync().ConfigureAwait(false);
            await AwaitAbandonedAsync(workers).ConfigureAwait(false);
        }
    }

    private async Task AwaitAbandonedAsync(Task workers)
    {
        try
        {
            await workers.WaitAsync(s_lastWait, _time, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _logger.LogError("Controller {Controller}: {Count} reconciles ignore their cancellation and are left behind.", Name, Queue.ProcessingCount);
        }
    }

    // Ends when one fails, or when they are told to; those that have no more to say do not end the others.
    private async Task RunSourcesAsync(CancellationToken stopping)
    {
        try
        {
            Task[] running = [.. _setup.Sources.Select(source => source(this, stopping)), Task.Delay(Timeout.InfiniteTimeSpan, _time, stopping)];
            await foreach (var ended in Task.WhenEach(running).ConfigureAwait(false))
            {
                await ended.ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The controller ends.
        }
    }

    private async Task WorkerAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            ObjectKey key;
            try
            {
                key = await Queue.TakeAsync(stopping).ConfigureAwait(false);
            }
            catch (Exception e) when (e is WorkQueueClosedException or OperationCanceledException)
            {
                return;
            }

            try
            {
                await _reconciliation.RunAsync(key, _abandon.Token).ConfigureAwait(false);
            }
            finally
            {
                Queue.Done(key);
            }
        }
    }
}
