using Ray.Api;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>Only version 2 of the autoscaler of a recent Ray knows priorities of groups.</summary>
internal static class PriorityRule
{
    private static readonly RayVersion s_first = new(2, 56);

    public static IEnumerable<SpecProblem> Check(GroupContext group)
    {
        if (group.Worker?.Priority is null or 0)
        {
            return [];
        }

        var problems = Needs.Ray(group.Cluster, $"{group.Path}.priority", s_first);
        return group.Cluster.HasAutoscalerV2
            ? problems
            : problems.Append(group.Problem(
                "priority", "needs autoscaler v2", "set spec.autoscalerOptions.version to v2, or remove the field"));
    }
}
