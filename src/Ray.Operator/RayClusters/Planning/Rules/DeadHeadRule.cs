using Ray.Api;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>A head that can never serve again is deleted, in the same pass that makes the next one if its place is free at once.</summary>
internal static class DeadHeadRule
{
    public static void Apply(PlanDraft draft)
    {
        if (draft.Snapshot.IsStale(RayLabels.HeadGroupName))
        {
            return;
        }

        foreach (var head in draft.Heads.Where(h => !draft.IsGoing(h) && PodFacts.IsDead(h)))
        {
            draft.Delete(head, DeletionCause.Dead, "the head ended");
        }
    }
}
