using Ray.Api;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>
/// A cluster has one head. If there are more, the one that serves best stays: ready before running before pending, then the oldest, then by
/// name.
/// </summary>
internal static class DuplicateHeadsRule
{
    public static void Apply(PlanDraft draft)
    {
        if (draft.Snapshot.IsStale(RayLabels.HeadGroupName))
        {
            return;
        }

        var best = draft.Heads
            .Where(h => !draft.IsGoing(h))
            .OrderByDescending(PodFacts.IsReady)
            .ThenByDescending(PodFacts.IsRunning)
            .ThenBy(h => h.Metadata.CreationTimestamp ?? DateTime.MaxValue)
            .ThenBy(PodFacts.NameOf, StringComparer.Ordinal)
            .ToList();
        foreach (var extra in best.Skip(1))
        {
            draft.Delete(extra, DeletionCause.DuplicateHead, $"a cluster has one head; {PodFacts.NameOf(best[0])} stays");
        }
    }
}
