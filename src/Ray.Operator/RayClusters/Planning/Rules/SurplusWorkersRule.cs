using k8s.Models;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>
/// Workers above the wanted count are deleted, least loss first: pending before unready before ready, then the youngest, then the highest
/// replica index, then by name. While the autoscaler rules, none: it names those that are idle.
/// </summary>
internal static class SurplusWorkersRule
{
    public static void Apply(PlanDraft draft)
    {
        if (!draft.Snapshot.MayDeleteUnnamed)
        {
            return;
        }

        foreach (var group in draft.SinglePodGroups)
        {
            var wanted = GroupSize.Pods(group);
            var staying = WorkerCount.Of(draft, group).Staying;
            if (staying.Count <= wanted)
            {
                continue;
            }

            foreach (var pod in InOrderOfLoss(staying).Take(staying.Count - wanted))
            {
                draft.Delete(pod, DeletionCause.Surplus, $"group {group.GroupName} has {staying.Count} workers and wants {wanted}");
            }
        }
    }

    private static IEnumerable<V1Pod> InOrderOfLoss(IEnumerable<V1Pod> pods) => pods
        .OrderBy(PodFacts.IsRunning)
        .ThenBy(PodFacts.IsReady)
        .ThenByDescending(p => p.Metadata.CreationTimestamp ?? DateTime.MaxValue)
        .ThenByDescending(PodFacts.ReplicaIndexOf)
        .ThenByDescending(PodFacts.NameOf, StringComparer.Ordinal);
}
