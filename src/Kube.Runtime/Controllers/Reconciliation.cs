using System.Diagnostics;
using Kube.Runtime.Leadership;
using Kube.Runtime.Queueing;
using Kube.Runtime.Telemetry;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Controllers;

/// <summary>One reconcile of one key: calls the reconciler within its time limit, measures, traces and logs it, and settles what becomes of the key.</summary>
internal sealed class Reconciliation(
    ControllerSetup setup,
    ControllerOptions options,
    IReconciler reconciler,
    WorkQueue<ObjectKey> queue,
    ControllerStats stats,
    ILogger logger,
    TimeProvider time)
{
    /// <summary>Processes a key that was taken from the queue. Whatever the reconciler does, this does not throw.</summary>
    /// <param name="key">The key.</param>
    /// <param name="abandoned">Cancelled when the process does not wait any more.</param>
    public async Task RunAsync(ObjectKey key, CancellationToken abandoned)
    {
        var id = Guid.NewGuid();
        using var scope = logger.BeginScope(new ReconcileScope(setup.Name, setup.Primary, key, id));
        using var activity = RuntimeActivities.Reconcile(setup, key, id);
        var started = time.GetTimestamp();
        stats.Begin();
        try
        {
            var result = await CallAsync(key, abandoned).ConfigureAwait(false);
            stats.Count(result.Outcome);
            Settle(key, result);
            activity?.SetTag(RuntimeActivities.Result, result.Outcome.ToString());
            logger.LogDebug("{Controller} {Key}: {Outcome} after {Elapsed:0.0} ms.", setup.Name, key, result.Outcome, time.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (OperationCanceledException e) when (abandoned.IsCancellationRequested || e is LeadershipLostException)
        {
            activity?.SetStatus(ActivityStatusCode.Error, e.Message);
            logger.LogWarning("{Controller} {Key}: cancelled because the process stops.", setup.Name, key);
        }
        catch (Exception e)
        {
            stats.CountFailure(e);
            activity?.SetStatus(ActivityStatusCode.Error, e.Message);
            Fail(key, e);
        }
        finally
        {
            stats.End();
            ControllerMetrics.Reconciled(setup.Name, time.GetElapsedTime(started));
        }
    }

    private async Task<ReconcileResult> CallAsync(ObjectKey key, CancellationToken abandoned)
    {
        if (options.ReconcileTimeout is not { } limit)
        {
            return await reconciler.ReconcileAsync(key, abandoned).ConfigureAwait(false);
        }

        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, abandoned);
        try
        {
            return await reconciler.ReconcileAsync(key, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (timeout.IsCancellationRequested && !abandoned.IsCancellationRequested)
        {
            throw new ReconcileTimeoutException(limit, e);
        }
    }

    // A key keeps the priority at which it was taken, and a delay that is pending already is kept: the queue holds the earliest.
    private void Settle(ObjectKey key, ReconcileResult result)
    {
        switch (result.Outcome)
        {
            case ReconcileOutcome.After:
                queue.Forget(key);
                queue.AddAfter(key, result.Delay, queue.PriorityOf(key));
                break;
            case ReconcileOutcome.Retry:
                var delay = queue.AddRateLimited(key, queue.PriorityOf(key));
                logger.LogInformation("{Controller} {Key}: again in {Delay:0.000} s: {Reason}", setup.Name, key, delay.TotalSeconds, result.Reason);
                break;
            case ReconcileOutcome.Terminal:
                queue.Forget(key);
                logger.LogError("{Controller} {Key}: failed, and not again before something changes: {Reason}", setup.Name, key, result.Reason);
                break;
            default:
                queue.Forget(key);
                break;
        }
    }

    // A conflict is everyday: another writer was quicker, and the next look mends it. Its stack trace would only frighten.
    private void Fail(ObjectKey key, Exception e)
    {
        if (e is TerminalException)
        {
            queue.Forget(key);
            logger.LogError(e, "{Controller} {Key}: failed, and not again before something changes: {Reason}", setup.Name, key, e.Message);
            return;
        }

        var delay = queue.AddRateLimited(key, queue.PriorityOf(key));
        if (e is ApiException { IsConflict: true })
        {
            logger.LogInformation("{Controller} {Key}: again in {Delay:0.000} s: {Reason}", setup.Name, key, delay.TotalSeconds, e.Message);
        }
        else
        {
            logger.LogError(e, "{Controller} {Key}: failed, again in {Delay:0.000} s.", setup.Name, key, delay.TotalSeconds);
        }
    }
}
