namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>Workers of a suspended group go.</summary>
internal static class SuspendedGroupsRule
{
    public static void Apply(PlanDraft draft)
    {
        foreach (var group in draft.CountableGroups.Where(g => g.Suspend == true))
        {
            foreach (var pod in draft.PodsOf(group).Where(p => !draft.IsGoing(p)))
            {
                draft.Delete(pod, DeletionCause.GroupSuspended, $"group {group.GroupName} is suspended");
            }
        }
    }
}
