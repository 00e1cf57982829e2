using Ray.Operator.RayClusters.Desired.Environment;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>The autoscaler's idle time is not negative, and the command that the operator generates is not overwritten.</summary>
internal static class AutoscalerOptionsRule
{
    public static IEnumerable<SpecProblem> Check(ClusterContext context)
    {
        var options = context.Spec.AutoscalerOptions;
        if (options?.IdleTimeoutSeconds < 0)
        {
            yield return ClusterContext.Problem(
                "spec.autoscalerOptions.idleTimeoutSeconds", $"is {options.IdleTimeoutSeconds}", "use 0 or more");
        }

        if (options?.Env?.Any(variable => variable?.Name == EnvironmentNames.GeneratedAutoscalerCommand) == true)
        {
            yield return ClusterContext.Problem(
                $"spec.autoscalerOptions.env[{EnvironmentNames.GeneratedAutoscalerCommand}]",
                "is the operator's",
                "remove the variable; to start the autoscaler another way use spec.autoscalerOptions.command and args");
        }
    }
}
