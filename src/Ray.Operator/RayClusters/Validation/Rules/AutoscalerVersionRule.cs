using Ray.Operator.RayClusters.Desired.Environment;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>The version of the autoscaler is chosen in one place, and only if it is on.</summary>
internal static class AutoscalerVersionRule
{
    public static IEnumerable<SpecProblem> Check(ClusterContext context)
    {
        if (!context.HeadSets(EnvironmentNames.AutoscalerV2))
        {
            yield break;
        }

        if (context.IsAutoscaled && context.Spec.AutoscalerOptions?.Version is { Length: > 0 })
        {
            yield return ClusterContext.HeadVariableProblem(
                EnvironmentNames.AutoscalerV2, "says the same as spec.autoscalerOptions.version", "remove the variable");
        }

        if (!context.IsAutoscaled
            && context.HeadEnvironment.Any(v => v is { Name: EnvironmentNames.AutoscalerV2, Value: "1" or "true" }))
        {
            yield return ClusterContext.HeadVariableProblem(
                EnvironmentNames.AutoscalerV2,
                "asks for autoscaler v2, and the autoscaler is off",
                "set spec.enableInTreeAutoscaling, or remove the variable");
        }
    }
}
