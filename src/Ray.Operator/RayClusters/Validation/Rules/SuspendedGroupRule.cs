using Ray.Operator.Options;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>A group may be suspended if the gate allows it; an autoscaler would undo it.</summary>
internal static class SuspendedGroupRule
{
    public static IEnumerable<SpecProblem> Check(GroupContext group)
    {
        if (group.Worker?.Suspend != true)
        {
            yield break;
        }

        if (!group.Cluster.Settings.Gates.RayJobDeletionPolicy)
        {
            yield return Needs.Gate($"{group.Path}.suspend", nameof(FeatureGates.RayJobDeletionPolicy));
        }

        if (group.Cluster.IsAutoscaled)
        {
            yield return group.Problem("suspend", "cannot be true while in-tree autoscaling is on", "turn off one of the two");
        }
    }
}
