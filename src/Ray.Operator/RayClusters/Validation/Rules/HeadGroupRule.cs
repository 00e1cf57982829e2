namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>A cluster has a spec, and that has a head group.</summary>
internal static class HeadGroupRule
{
    public static IEnumerable<SpecProblem> Check(ClusterContext context)
    {
        if (context.Cluster.Spec is null)
        {
            yield return new(ProblemKind.Spec, "spec", "is missing", "add a spec with a headGroupSpec");
        }
        else if (context.Spec.HeadGroupSpec is null)
        {
            yield return new(ProblemKind.Spec, "spec.headGroupSpec", "is missing", "add it: a cluster has one head");
        }
    }
}
