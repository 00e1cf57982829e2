namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>A cluster that was made for a RayJob or RayService is upgraded by the controller of that kind, not by itself.</summary>
internal static class UpgradeStrategyRule
{
    public static IEnumerable<SpecProblem> Check(ClusterContext context)
    {
        if (context.Spec.UpgradeStrategy?.Type is { Length: > 0 } && context.OriginKind is not "RayCluster")
        {
            yield return ClusterContext.Problem(
                "spec.upgradeStrategy.type", $"cannot be set on a cluster that was made for a {context.OriginKind}", "remove the field");
        }
    }
}
