using Ray.Api;
using Ray.Operator.RayClusters.Desired.Environment;
using Ray.Operator.RayClusters.Desired.Features;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>Fault tolerance of the head is switched on in one place, and Redis is not named without it.</summary>
internal static class FaultToleranceSwitchRule
{
    public static IEnumerable<SpecProblem> Check(ClusterContext context)
    {
        if (FaultTolerance.OptionsOf(context.Cluster) is not null && context.Annotation(RayAnnotations.FaultToleranceEnabled) is not null)
        {
            yield return ClusterContext.Problem(
                $"metadata.annotations[{RayAnnotations.FaultToleranceEnabled}]",
                "says the same as spec.gcsFaultToleranceOptions",
                "remove the annotation");
        }

        if (!FaultTolerance.IsOn(context.Cluster) && context.HeadSets(EnvironmentNames.RedisAddress))
        {
            yield return ClusterContext.HeadVariableProblem(
                EnvironmentNames.RedisAddress,
                "names a Redis, and fault tolerance is off",
                "use spec.gcsFaultToleranceOptions.redisAddress, or remove the variable");
        }
    }
}
