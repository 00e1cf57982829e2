using System.Diagnostics;
using Kube.Runtime.Hosting;
using Kube.Runtime.Queueing;
using Kube.Runtime.Watching;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Controllers;

/// <summary>
/// Waits for its caches, then hands keys to a reconciler with a number of workers; never the same key twice at once. Made by
/// <see cref="ControllerBuilder"/>; runs once.
/// </summary>
public sealed class Controller : IRuntimeComponent
{
    private static readonly TimeSpan s_lastWait = TimeSpan.FromSeconds(5);

    private readonly IReadOnlyList<IInformer> _informers;
    private readonly IReadOnlyList<Func<WorkQueue<ObjectKey>, IDisposable>> _subscriptions;
    private readonly IReconciler _reconciler;
    private readonly ControllerOptions _options;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;

    internal Controller(
        string name,
        IReadOnlyList<IInformer> informers,
        IReadOnlyList<Func<WorkQueue<ObjectKey>, IDisposable>> subscriptions,
        IReconciler reconciler,
        ControllerOptions options,
        ILogger logger,
        TimeProvider time)
    {
        Name = name;
        _informers = informers;
        _subscriptions = subscriptions;
        _reconciler = reconciler;
        _options = options;
        _logger = logger;
        _time = time;
        Queue = new WorkQueue<ObjectKey>(options.Queue, time);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public RuntimePhase Phase => RuntimePhase.Controllers;

    /// <summary>The keys that wait. Add to it to wake the reconciler for reasons of your own.</summary>
    public WorkQueue<ObjectKey> Queue { get; }

    /// <summary>
    /// Reconciles until cancelled. Then no new key is begun, running reconciles may end within the stop deadline, after which they are
    /// cancelled. The informers must run meanwhile; the controller does not run them.
    /// </summary>
    /// <exception cref="OperationCanceledException">Always, in the end.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var subscriptions = _subscriptions.Select(subscribe => subscribe(Queue)).ToArray();
        try
        {
            foreach (var informer in _informers)
            {
                await informer.WaitForSyncAsync(cancellationToken).ConfigureAwait(false);
            }

            _logger.LogInformation("Controller {Controller} starts with {Workers} workers.", Name, _options.Workers);
            await WorkAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (var subscription in subscriptions)
            {
                subscription.Dispose();
            }

            Queue.Dispose();
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        using var abandon = new CancellationTokenSource();
        var workers = Enumerable.Range(0, _options.Workers).Select(_ => Task.Run(() => WorkerAsync(stopping, abandon.Token), CancellationToken.None));
        var all = Task.WhenAll(workers.ToArray());
        await Task.WhenAny(all, Task.Delay(Timeout.InfiniteTimeSpan, _time, stopping)).ConfigureAwait(false);
        Queue.ShutDown();
        try
        {
            await all.WaitAsync(_options.StopDeadline, _time, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _logger.LogWarning(
                "Controller {Controller}: {Count} reconciles still run {Deadline:0} s after the stop; they are cancelled.",
                Name, Queue.ProcessingCount, _options.StopDeadline.TotalSeconds);
            await abandon.CancelAsync().ConfigureAwait(false);
            await AwaitAbandonedAsync(all).ConfigureAwait(false);
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

    private async Task WorkerAsync(CancellationToken stopping, CancellationToken abandoned)
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
                await ProcessAsync(key, abandoned).ConfigureAwait(false);
            }
            finally
            {
                Queue.Done(key);
            }
        }
    }

    private async Task ProcessAsync(ObjectKey key, CancellationToken abandoned)
    {
        var started = _time.GetTimestamp();
        try
        {
            var result = await ReconcileAsync(key, abandoned).ConfigureAwait(false);
            Settle(key, result);
            _logger.LogDebug("{Controller} {Key}: {Outcome} after {Elapsed:0.0} ms.", Name, key, result.Outcome, _time.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (OperationCanceledException) when (abandoned.IsCancellationRequested)
        {
            _logger.LogWarning("{Controller} {Key}: cancelled because the process stops.", Name, key);
        }
        catch (Exception e)
        {
            var delay = Queue.AddRateLimited(key);
            Log(key, e, delay);
        }
    }

    private async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken abandoned)
    {
        if (_options.ReconcileTimeout is not { } limit)
        {
            return await _reconciler.ReconcileAsync(key, abandoned).ConfigureAwait(false);
        }

        using var timeout = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, abandoned);
        try
        {
            return await _reconciler.ReconcileAsync(key, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (timeout.IsCancellationRequested && !abandoned.IsCancellationRequested)
        {
            throw new TimeoutException($"The reconcile took longer than {limit.TotalSeconds:0.###} s.", e);
        }
    }

    // A delay that is pending already is kept: the queue holds the earliest.
    private void Settle(ObjectKey key, ReconcileResult result)
    {
        switch (result.Outcome)
        {
            case ReconcileOutcome.Done:
                Queue.Forget(key);
                break;
            case ReconcileOutcome.After:
                Queue.Forget(key);
                Queue.AddAfter(key, result.Delay);
                break;
            case ReconcileOutcome.Retry:
                var delay = Queue.AddRateLimited(key);
                _logger.LogInformation("{Controller} {Key}: again in {Delay:0.000} s: {Reason}", Name, key, delay.TotalSeconds, result.Reason);
                break;
            default:
                throw new UnreachableException($"Unknown outcome {result.Outcome}.");
        }
    }

    // A conflict is everyday: another writer was quicker, and the next look mends it. Its stack trace would only frighten.
    private void Log(ObjectKey key, Exception e, TimeSpan delay)
    {
        if (e is ApiException { IsConflict: true })
        {
            _logger.LogInformation("{Controller} {Key}: again in {Delay:0.000} s: {Reason}", Name, key, delay.TotalSeconds, e.Message);
        }
        else
        {
            _logger.LogError(e, "{Controller} {Key}: failed, again in {Delay:0.000} s.", Name, key, delay.TotalSeconds);
        }
    }
}
