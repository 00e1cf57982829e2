using Ray.Api;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>
/// A cluster is either being suspended or suspended. Nobody but the operator writes these conditions, so it puts them right.
/// </summary>
internal static class StatusWarning
{
    public static IEnumerable<SpecProblem> Check(ClusterContext context)
    {
        if (IsTrue(context, RayConditionTypes.RayClusterSuspending) && IsTrue(context, RayConditionTypes.RayClusterSuspended))
        {
            yield return new(
                ProblemKind.Status,
                "status.conditions",
                $"{RayConditionTypes.RayClusterSuspending} and {RayConditionTypes.RayClusterSuspended} are both True",
                "nothing need be done: the operator suspends the cluster anew");
        }
    }

    private static bool IsTrue(ClusterContext context, string type) =>
        context.Cluster.Status?.Conditions?.Any(condition => condition?.Type == type && condition.Status == "True") == true;
}
