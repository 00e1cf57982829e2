using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>Workers that can never serve again are deleted. They hold no place: their successors are made in the same pass.</summary>
internal static class DeadWorkersRule
{
    public static void Apply(PlanDraft draft)
    {
        foreach (var group in draft.SinglePodGroups)
        {
            foreach (var pod in draft.PodsOf(group).Where(p => !draft.IsGoing(p) && PodFacts.IsDead(p)))
            {
                draft.Delete(pod, DeletionCause.Dead, "the worker ended");
            }
        }
    }
}
