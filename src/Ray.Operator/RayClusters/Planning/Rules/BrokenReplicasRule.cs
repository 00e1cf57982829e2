using Ray.Api.V1;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>
/// A replica that spans hosts serves with all of them or not at all: when one ends, goes, is named in <c>workersToDelete</c>, or was never
/// made, the others go too. So do pods that belong to no replica, and replicas of another size than the spec's.
/// </summary>
internal static class BrokenReplicasRule
{
    public static void Apply(PlanDraft draft)
    {
        foreach (var group in draft.MultiHostGroups)
        {
            foreach (var pod in draft.PodsOf(group).Where(p => PodFacts.ReplicaNameOf(p) is null && !draft.IsGoing(p)).ToList())
            {
                draft.Delete(pod, DeletionCause.ReplicaBroken, "it belongs to no replica");
            }

            var named = group.ScaleStrategy?.WorkersToDelete?.ToHashSet(StringComparer.Ordinal) ?? [];
            foreach (var replica in Replica.AllOf(draft.PodsOf(group)).ToList())
            {
                DeleteIfBroken(draft, group, replica, named);
            }
        }
    }

    private static void DeleteIfBroken(PlanDraft draft, WorkerGroupSpec group, Replica replica, HashSet<string> named)
    {
        var hosts = GroupSize.Hosts(group);
        var staying = replica.Pods.Count(p => !draft.IsGoing(p) && !PodFacts.IsDead(p));
        var isNamed = replica.Pods.Any(p => named.Contains(PodFacts.NameOf(p)));
        if (staying == hosts && replica.Pods.Length == hosts && !isNamed)
        {
            return;
        }

        var reason = isNamed
            ? $"workersToDelete names a host of replica {replica.Name}"
            : $"replica {replica.Name} has {staying} of {hosts} hosts";
        foreach (var pod in replica.Pods.Where(p => !draft.IsGoing(p)))
        {
            draft.Delete(pod, isNamed ? DeletionCause.Named : DeletionCause.ReplicaBroken, reason);
        }
    }
}
