using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired.Environment;
using Ray.Operator.RayClusters.Desired.Features;
using Ray.Operator.RayClusters.Desired.Storage;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>The backend rocksdb is allowed by its gate, knows nothing of Redis, and has its volume and its variables for itself.</summary>
internal static class RocksDbRule
{
    private const string Options = "spec.gcsFaultToleranceOptions";
    private const string GateName = "GCSFaultToleranceEmbeddedStorage";
    private const string Pod = "spec.headGroupSpec.template.spec";

    public static IEnumerable<SpecProblem> Check(ClusterContext context)
    {
        if (!FaultTolerance.UsesRocksDb(context.Cluster))
        {
            return [];
        }

        var options = FaultTolerance.OptionsOf(context.Cluster)!;
        return
        [
            .. context.Settings.Gates.GcsFaultToleranceEmbeddedStorage
                ? Array.Empty<SpecProblem>()
                : [Needs.Gate($"{Options}.backend", GateName)],
            .. Redis(options),
            .. Claim(options.Storage),
            .. Taken(context),
        ];
    }

    private static IEnumerable<SpecProblem> Redis(GcsFaultToleranceOptions options)
    {
        (string Field, bool IsSet)[] fields =
        [
            ("redisAddress", options.RedisAddress is { Length: > 0 }),
            ("redisUsername", options.RedisUsername is not null),
            ("redisPassword", options.RedisPassword is not null),
            ("externalStorageNamespace", options.ExternalStorageNamespace is { Length: > 0 }),
        ];
        return fields.Where(field => field.IsSet).Select(field => ClusterContext.Problem(
            $"{Options}.{field.Field}", "belongs to the backend redis", "remove it, or set the backend to redis"));
    }

    private static IEnumerable<SpecProblem> Claim(GcsEmbeddedStorage? storage)
    {
        if (storage?.ClaimName is not { Length: > 0 })
        {
            return [];
        }

        (string Field, bool IsSet)[] fields =
        [
            ("size", storage.Size is not null),
            ("storageClassName", storage.StorageClassName is not null),
            ("accessModes", storage.AccessModes is { Count: > 0 }),
        ];
        return fields.Where(field => field.IsSet).Select(field => ClusterContext.Problem(
            $"{Options}.storage.{field.Field}", "describes a new claim, and claimName names one that exists", "keep one of the two"));
    }

    private static IEnumerable<SpecProblem> Taken(ClusterContext context)
    {
        foreach (var variable in new[] { EnvironmentNames.GcsStorage, EnvironmentNames.GcsStoragePath })
        {
            if (context.HeadSets(variable))
            {
                yield return ClusterContext.HeadVariableProblem(
                    variable, "is the operator's with the backend rocksdb", "remove the variable");
            }
        }

        foreach (var (index, mount) in (context.HeadContainer?.VolumeMounts ?? []).Index())
        {
            if (mount is not null && (mount.Name == GcsVolume.Name || mount.MountPath == GcsVolume.Path))
            {
                yield return ClusterContext.Problem(
                    $"{ClusterContext.HeadContainerPath}.volumeMounts[{index}]",
                    $"takes the place of the operator's volume {GcsVolume.Name} at {GcsVolume.Path}",
                    "remove the mount");
            }
        }

        foreach (var (index, volume) in (context.Spec.HeadGroupSpec?.Template?.Spec?.Volumes ?? []).Index())
        {
            if (volume?.Name == GcsVolume.Name)
            {
                yield return ClusterContext.Problem(
                    $"{Pod}.volumes[{index}]", $"has the name of the operator's volume {GcsVolume.Name}", "choose another name");
            }
        }
    }
}
