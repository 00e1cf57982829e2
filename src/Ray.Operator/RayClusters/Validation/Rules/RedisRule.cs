using Ray.Api;
using Ray.Operator.RayClusters.Desired.Environment;
using Ray.Operator.RayClusters.Desired.Features;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>With <c>gcsFaultToleranceOptions</c>, address, credentials and prefix of Redis are said there and nowhere else.</summary>
internal static class RedisRule
{
    private const string Options = "spec.gcsFaultToleranceOptions";

    public static IEnumerable<SpecProblem> Check(ClusterContext context) => UserNames(context).Concat(Elsewhere(context));

    // Ray has never taken the user name from anywhere but the options.
    private static IEnumerable<SpecProblem> UserNames(ClusterContext context)
    {
        const string Remedy = $"use {Options}.redisUsername";
        if (context.HeadParam("redis-username") is not null)
        {
            yield return ClusterContext.Problem("spec.headGroupSpec.rayStartParams[redis-username]", "is not allowed", Remedy);
        }

        if (context.HeadSets(EnvironmentNames.RedisUsername))
        {
            yield return ClusterContext.HeadVariableProblem(EnvironmentNames.RedisUsername, "is not allowed", Remedy);
        }
    }

    private static IEnumerable<SpecProblem> Elsewhere(ClusterContext context)
    {
        if (FaultTolerance.OptionsOf(context.Cluster) is not { } options)
        {
            yield break;
        }

        if (context.HeadParam("redis-password") is not null)
        {
            yield return ClusterContext.Problem(
                "spec.headGroupSpec.rayStartParams[redis-password]", $"is not allowed beside {Options}", $"use {Options}.redisPassword");
        }

        foreach (var (variable, field) in new[]
        {
            (EnvironmentNames.RedisPassword, "redisPassword"),
            (EnvironmentNames.RedisAddress, "redisAddress"),
        })
        {
            if (context.HeadSets(variable))
            {
                yield return ClusterContext.HeadVariableProblem(
                    variable, $"is not allowed beside {Options}", $"use {Options}.{field}");
            }
        }

        if (context.Annotation(RayAnnotations.ExternalStorageNamespace) is not null)
        {
            yield return ClusterContext.Problem(
                $"metadata.annotations[{RayAnnotations.ExternalStorageNamespace}]",
                $"is not allowed beside {Options}",
                $"use {Options}.externalStorageNamespace");
        }

        if (options.Storage is not null && !FaultTolerance.UsesRocksDb(context.Cluster))
        {
            yield return ClusterContext.Problem(
                $"{Options}.storage", "belongs to the backend rocksdb", "remove it, or set the backend to rocksdb");
        }
    }
}
