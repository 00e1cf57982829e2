using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>
/// Replicas that span hosts above the wanted count are deleted as a whole, least loss first. While the autoscaler rules, none: it names
/// those that are idle.
/// </summary>
internal static class SurplusReplicasRule
{
    public static void Apply(PlanDraft draft)
    {
        if (!draft.Snapshot.MayDeleteUnnamed)
        {
            return;
        }

        foreach (var group in draft.MultiHostGroups)
        {
            var wanted = GroupSize.Replicas(group);
            var complete = ReplicaCount.Of(draft, group).Complete;
            foreach (var replica in InOrderOfLoss(complete).Take(Math.Max(0, complete.Count - wanted)))
            {
                foreach (var pod in replica.Pods)
                {
                    draft.Delete(
                        pod, DeletionCause.Surplus, $"group {group.GroupName} has {complete.Count} replicas and wants {wanted}");
                }
            }
        }
    }

    private static IEnumerable<Replica> InOrderOfLoss(IEnumerable<Replica> replicas) => replicas
        .OrderBy(r => r.Pods.All(PodFacts.IsRunning))
        .ThenBy(r => r.Pods.All(PodFacts.IsReady))
        .ThenByDescending(r => r.Pods.Max(p => p.Metadata.CreationTimestamp ?? DateTime.MaxValue))
        .ThenByDescending(r => r.Index)
        .ThenByDescending(r => r.Name, StringComparer.Ordinal);
}
