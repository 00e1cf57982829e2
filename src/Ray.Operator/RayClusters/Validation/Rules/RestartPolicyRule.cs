namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>Version 2 of the autoscaler replaces pods that end, so they may not be restarted in place.</summary>
internal static class RestartPolicyRule
{
    public static IEnumerable<SpecProblem> Check(GroupContext group)
    {
        if (group.Cluster.IsAutoscaled
            && group.Cluster.Spec.AutoscalerOptions?.Version == Api.V1.AutoscalerVersion.V2
            && group.Template?.Spec?.RestartPolicy is { Length: > 0 } and not "Never")
        {
            yield return group.Problem(
                "template.spec.restartPolicy",
                $"is {group.Template.Spec.RestartPolicy}, and autoscaler v2 needs Never",
                "set it to Never, or remove it");
        }
    }
}
