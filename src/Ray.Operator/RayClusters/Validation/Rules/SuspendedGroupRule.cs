namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>A suspended group and an autoscaler would undo each other's work.</summary>
internal static class SuspendedGroupRule
{
    public static IEnumerable<SpecProblem> Check(GroupContext group)
    {
        if (group.Worker?.Suspend == true && group.Spec.EnableInTreeAutoscaling == true)
        {
            yield return group.Problem("suspend", "cannot be true while in-tree autoscaling is on", "turn off one of the two");
        }
    }
}
