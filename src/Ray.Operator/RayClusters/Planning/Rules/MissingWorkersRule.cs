using Ray.Operator.RayClusters.Desired;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>
/// Groups below the wanted count get new workers. One that is still on its way out holds its place until it is gone, so that the wanted
/// count
/// is never exceeded. Each new worker takes the lowest free replica index.
/// </summary>
internal static class MissingWorkersRule
{
    /// <summary>Most creations of one group in one pass; the next pass goes on. Keeps a typing error from filling the memory.</summary>
    public const int MaxPerPass = 500;

    public static void Apply(PlanDraft draft)
    {
        var snapshot = draft.Snapshot;
        foreach (var group in draft.SinglePodGroups)
        {
            var wanted = GroupSize.Pods(group);
            var count = WorkerCount.Of(draft, group);
            var missing = Math.Min(wanted - count.Staying.Count - count.Going.Count, MaxPerPass);
            if (missing <= 0)
            {
                continue;
            }

            var reason = $"group {group.GroupName} has {count.Staying.Count} workers and wants {wanted}";
            foreach (var replica in NewReplicas(draft, count).Take(missing))
            {
                var pod = WorkerPod.Build(snapshot.Cluster, group, snapshot.Settings, replica);
                draft.Add(new CreatePod(pod, group.GroupName!, reason));
            }
        }
    }

    // Without the gate nothing tells replicas apart: those that span hosts are so many independent pods.
    private static IEnumerable<WorkerReplica?> NewReplicas(PlanDraft draft, WorkerCount count)
    {
        var isIndexed = draft.Snapshot.Settings.Gates.RayMultiHostIndexing;
        var used = count.Staying.Concat(count.Going).Select(PodFacts.ReplicaIndexOf).ToHashSet();
        for (var index = 0; ; index++)
        {
            if (!isIndexed)
            {
                yield return null;
            }
            else if (!used.Contains(index))
            {
                yield return new WorkerReplica(index);
            }
        }
    }
}
