using Ray.Operator.RayClusters.Desired.Features;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>Without an address Ray keeps its state in memory, whatever else the options say.</summary>
internal static class RedisAddressWarning
{
    public static IEnumerable<SpecProblem> Check(ClusterContext context)
    {
        if (FaultTolerance.UsesRedis(context.Cluster) && FaultTolerance.OptionsOf(context.Cluster) is { RedisAddress: null or "" })
        {
            yield return ClusterContext.Problem(
                "spec.gcsFaultToleranceOptions.redisAddress", "is missing, so the state does not survive the head", "name the Redis");
        }
    }
}
