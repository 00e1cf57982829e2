using k8s.Models;
using Kube;
using Kube.Runtime.Controllers;
using Kube.Runtime.Events;
using Microsoft.Extensions.Logging;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.RayClusters.Status;

namespace Ray.Operator.RayClusters.Applying;

/// <summary>Tells what a pass did and found: events, the status, and when to look again.</summary>
/// <param name="events">Sends events.</param>
/// <param name="statuses">Writes statuses.</param>
/// <param name="logger">Told the same as the events.</param>
[Rbac<Eventsv1Event>(RbacVerbs.Create, RbacVerbs.Patch)] // A series of equal events is counted in the first one.
internal sealed class Reporter(EventRecorder events, StatusWriter statuses, ILogger logger)
{
    private readonly NoticeLog _notices = new();

    /// <summary>Reports.</summary>
    /// <returns>When to look again.</returns>
    public async Task<ReconcileResult> ReportAsync(
        ClusterSnapshot snapshot, Plan plan, ApplyOutcome outcome, CancellationToken cancellationToken)
    {
        foreach (var told in EventsOf(snapshot, plan, outcome))
        {
            var type = told.IsWarning ? EventType.Warning : EventType.Normal;
            events.Record(snapshot.Cluster, type, told.Reason, told.Action, told.Note);
            var level = told.IsWarning ? LogLevel.Warning : LogLevel.Information;
            logger.Log(level, "{Cluster}: {Reason}: {Note}", snapshot.Key, told.Reason, told.Note);
        }

        var hasFailed = outcome.Failure is not null;
        if (snapshot.Cluster.Metadata.DeletionTimestamp is not null)
        {
            // Nobody waits for the status of what is being deleted.
            return hasFailed ? ReconcileResult.Retry(outcome.Failure!.Error!) : NextLook(snapshot, plan, heldFor: null);
        }

        var status = StatusCalculator.Compute(snapshot, plan, outcome);
        var heldFor = await statuses.WriteAsync(snapshot, status, isLastChance: hasFailed, cancellationToken);
        return hasFailed ? ReconcileResult.Retry(outcome.Failure!.Error!) : NextLook(snapshot, plan, heldFor);
    }

    /// <summary>Forgets a cluster that is gone.</summary>
    public void Forget(ObjectKey cluster)
    {
        statuses.Forget(cluster);
        _notices.Forget(cluster);
    }

    private IEnumerable<ClusterEvent> EventsOf(ClusterSnapshot snapshot, Plan plan, ApplyOutcome outcome) =>
    [
        .. ClusterEvents.OfProblems(snapshot, plan),
        .. _notices.TakeNew(snapshot, plan).Select(n => new ClusterEvent(IsWarning: true, n.Reason, n.Action, n.Note)),
        .. ClusterEvents.Of(snapshot, outcome),
    ];

    // Changes wake the cluster by themselves; this is for what no event will tell.
    private static ReconcileResult NextLook(ClusterSnapshot snapshot, Plan plan, TimeSpan? heldFor)
    {
        var delays = plan.Waits
            .Select(w => w.Until - snapshot.Now)
            .Append(heldFor)
            .Append(snapshot.Settings.IdleRequeue > TimeSpan.Zero ? snapshot.Settings.IdleRequeue : null);
        return delays.Min() is { } delay ? ReconcileResult.After(delay > TimeSpan.Zero ? delay : TimeSpan.Zero) : ReconcileResult.Done;
    }
}
