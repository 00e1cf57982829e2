using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>Version 1 of the autoscaler may take a worker that restarts in place for a new one.</summary>
internal static class RestartPolicyWarning
{
    public static IEnumerable<SpecProblem> Check(ClusterContext context) => context.WorkerGroups
        .Where(group => context.IsAutoscaled
            && context.Spec.AutoscalerOptions?.Version == AutoscalerVersion.V1
            && group.Template?.Spec?.RestartPolicy is { Length: > 0 } and not "Never")
        .Select(group => group.Problem(
            "template.spec.restartPolicy",
            $"is {group.Template!.Spec.RestartPolicy}, and the autoscaler may count a restarted worker twice",
            "set it to Never"));
}
