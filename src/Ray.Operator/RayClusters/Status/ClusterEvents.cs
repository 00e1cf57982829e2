using Ray.Api;
using Ray.Operator.RayClusters.Applying;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.RayClusters.Validation;

namespace Ray.Operator.RayClusters.Status;

/// <summary>
/// The events that tell what a pass did. One for each kind of write and group, however many pods: a scale-up by 200 workers is one event.
/// </summary>
internal static class ClusterEvents
{
    /// <summary>Events for the writes of a plan, in its order.</summary>
    public static IEnumerable<ClusterEvent> Of(ClusterSnapshot snapshot, ApplyOutcome outcome) => outcome.Results
        .GroupBy(KeyOf)
        .SelectMany(group => EventsOf(snapshot, [.. group]));

    /// <summary>Events for a refused object; none when its status tells the same already.</summary>
    public static IEnumerable<ClusterEvent> OfProblems(ClusterSnapshot snapshot, Plan plan)
    {
        var cluster = snapshot.Cluster;
        var told = cluster.Status?.Conditions?.FirstOrDefault(c => c.Type == ConditionRules.SpecInvalid)?.Message;
        if (plan.Problems.IsEmpty
            || (told == string.Join("; ", plan.Problems) && cluster.Status!.ObservedGeneration == cluster.Metadata.Generation))
        {
            return [];
        }

        return plan.Problems.GroupBy(p => p.Kind).Select(problems =>
        {
            var part = problems.Key == ProblemKind.Metadata ? "metadata" : "spec";
            var note = $"The RayCluster {part} is invalid {snapshot.Key}: {string.Join("; ", problems)}";
            return new ClusterEvent(IsWarning: true, problems.First().Reason, "Validate", note);
        });
    }

    private static (Type Kind, string Group, DeletionCause? Cause, bool Failed) KeyOf(ActionResult result) => result.Action switch
    {
        CreatePod create => (typeof(CreatePod), create.Group, null, result.Error is not null),
        DeletePod { Cause: DeletionCause.Suspended or DeletionCause.Recreated } delete =>
            (typeof(DeletePod), "", delete.Cause, result.Error is not null),
        DeletePod delete => (typeof(DeletePod), delete.Group, delete.Cause, result.Error is not null),
        var other => (other.GetType(), result.Name, null, result.Error is not null),
    };

    private static IEnumerable<ClusterEvent> EventsOf(ClusterSnapshot snapshot, IReadOnlyList<ActionResult> results)
    {
        var first = results[0];
        return (first.Action, first.Error) switch
        {
            (ApplyObject or CreateObject or DeleteObject or SetClaimOwners, _) => AroundEventNotes.Of(snapshot, first),
            (SetFinalizer finalizer, var error) => FinalizerEvents(snapshot, finalizer, error),
            (DeletePod { Cause: DeletionCause.Suspended or DeletionCause.Recreated } all, var error) =>
                [PodEventNotes.DeletedAll(snapshot, all, error)],
            (DeletePod { Cause: DeletionCause.GroupSuspended } all, var error) => [PodEventNotes.DeletedGroup(snapshot, all, error)],
            (CreatePod create, null) => [PodEventNotes.Created(snapshot, create.Group, [.. results.Select(r => r.Name)])],
            (CreatePod create, { } error) => [PodEventNotes.FailedToCreate(snapshot, create, first.Name, error)],
            (DeletePod, null) when results.Count == 1 => [PodEventNotes.Deleted(snapshot, (DeletePod)first.Action)],
            (DeletePod delete, null) => [PodEventNotes.Deleted(snapshot, delete, [.. results.Select(r => r.Name)])],
            (DeletePod delete, { } error) => [PodEventNotes.FailedToDelete(snapshot, delete, error)],
            _ => [],
        };
    }

    private static IEnumerable<ClusterEvent> FinalizerEvents(ClusterSnapshot snapshot, SetFinalizer action, string? error) =>
        (error, action.Warning) switch
        {
            ({ } failure, _) => [new(true, Notices.FailedToUpdateObject, "Update", $"Failed updating finalizers of {snapshot.Key}, {failure}")],
            (null, { } warning) => [new(true, RayEventReasons.ForceDeletedStuckCluster, "Cleanup", warning)],
            _ => [],
        };
}
