using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>
/// Groups below the wanted count of replicas that span hosts get new ones: all hosts of one at once, under one name and the lowest free
/// index. Workers on their way out hold their places until they are gone.
/// </summary>
internal static class MissingReplicasRule
{
    public static void Apply(PlanDraft draft)
    {
        foreach (var group in draft.MultiHostGroups)
        {
            var hosts = GroupSize.Hosts(group);
            var wanted = GroupSize.Replicas(group);
            var count = ReplicaCount.Of(draft, group);
            var heldByGoing = (count.PodsGoing + hosts - 1) / hosts;
            var missing = Math.Min(wanted - count.Complete.Count - heldByGoing, Math.Max(1, MissingWorkersRule.MaxPerPass / hosts));
            var reason = $"group {group.GroupName} has {count.Complete.Count} replicas of {hosts} hosts and wants {wanted}";
            foreach (var index in FreeIndexes(draft, group).Take(Math.Max(0, missing)))
            {
                Create(draft, group, index, hosts, reason);
            }
        }
    }

    private static void Create(PlanDraft draft, WorkerGroupSpec group, int index, int hosts, string reason)
    {
        var snapshot = draft.Snapshot;
        var name = ReplicaNames.New(snapshot, group.GroupName ?? "", index);
        for (var host = 0; host < hosts; host++)
        {
            var pod = WorkerPod.Build(snapshot.Cluster, group, snapshot.Settings, new WorkerReplica(index, name, host));
            draft.Add(new CreatePod(pod, group.GroupName ?? "", reason));
        }
    }

    private static IEnumerable<int> FreeIndexes(PlanDraft draft, WorkerGroupSpec group)
    {
        var used = draft.PodsOf(group).Where(p => !PodFacts.IsDead(p)).Select(PodFacts.ReplicaIndexOf).ToHashSet();
        for (var index = 0; ; index++)
        {
            if (!used.Contains(index))
            {
                yield return index;
            }
        }
    }
}
