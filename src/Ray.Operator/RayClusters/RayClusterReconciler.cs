using Kube;
using Kube.Runtime.Controllers;
using Ray.Operator.RayClusters.Applying;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;

namespace Ray.Operator.RayClusters;

/// <summary>One pass over one cluster: observe, plan, apply, report.</summary>
/// <param name="verifier">Asks the server when the caches are late.</param>
/// <param name="observer">Looks at the cluster.</param>
/// <param name="executor">Carries plans out.</param>
/// <param name="reporter">Tells of it.</param>
/// <param name="faults">Tells of passes that failed in a way that nobody foresaw.</param>
internal sealed class RayClusterReconciler(
    ExpectationVerifier verifier, ClusterObserver observer, PlanExecutor executor, Reporter reporter,
    FaultReporter faults) : IReconciler
{
    /// <inheritdoc/>
    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await PassAsync(key, cancellationToken);
        }
        catch (Exception e) when (e is not (ApiException or OperationCanceledException))
        {
            // The controller logs it and tries again later; who made the cluster reads events.
            faults.Report(key, e);
            throw;
        }
    }

    private async Task<ReconcileResult> PassAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        await verifier.VerifyAsync(key, cancellationToken);
        if (observer.Observe(key) is not { } snapshot)
        {
            reporter.Forget(key);
            faults.Forget(key);
            return ReconcileResult.Done;
        }

        var plan = Planner.Plan(snapshot);
        var outcome = await executor.ApplyAsync(snapshot, plan, cancellationToken);
        return await reporter.ReportAsync(snapshot, plan, outcome, cancellationToken);
    }
}
