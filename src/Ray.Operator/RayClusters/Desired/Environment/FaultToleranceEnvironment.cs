using k8s.Models;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired.Features;
using Ray.Operator.RayClusters.Desired.Storage;
using static Ray.Operator.RayClusters.Desired.Environment.EnvironmentEntry;

namespace Ray.Operator.RayClusters.Desired.Environment;

/// <summary>Variables by which the head keeps its state, and by which workers wait longer for a head that comes back.</summary>
internal static class FaultToleranceEnvironment
{
    private const string RedisPasswordParam = "redis-password";

    // A worker that finds no head for this long ends itself; Ray's own 60 s are less than a head may need to come back.
    private const string ReconnectSeconds = "600";

    public static IEnumerable<EnvironmentEntry> Of(RayNode node)
    {
        if (!FaultTolerance.IsOn(node.Cluster))
        {
            return [];
        }

        if (!node.IsHead)
        {
            return [Default(EnvironmentNames.GcsReconnectTimeout, ReconnectSeconds)];
        }

        return FaultTolerance.UsesRocksDb(node.Cluster) ? RocksDb() : Redis(node);
    }

    private static EnvironmentEntry[] RocksDb() =>
    [
        Default(EnvironmentNames.GcsStorage, GcsFaultToleranceBackend.RocksDb),
        Default(EnvironmentNames.GcsStoragePath, GcsVolume.Path),
    ];

    private static EnvironmentEntry[] Redis(RayNode node)
    {
        var storage = Default(EnvironmentNames.ExternalStorageNamespace, FaultTolerance.StorageNamespaceOf(node.Cluster));
        if (FaultTolerance.OptionsOf(node.Cluster) is { } options)
        {
            return
            [
                storage,
                Set(EnvironmentNames.RedisAddress, options.RedisAddress ?? ""),
                .. Credential(EnvironmentNames.RedisUsername, options.RedisUsername),
                .. Credential(EnvironmentNames.RedisPassword, options.RedisPassword),
            ];
        }

        // The job that clears Redis reads the password from the environment only.
        return node.Cluster.Spec?.HeadGroupSpec?.RayStartParams?.TryGetValue(RedisPasswordParam, out var password) == true
            ? [storage, Default(EnvironmentNames.RedisPassword, password ?? "")]
            : [storage];
    }

    private static EnvironmentEntry[] Credential(string name, RedisCredential? credential) => credential is null
        ? []
        : [new(new V1EnvVar { Name = name, Value = credential.Value, ValueFrom = credential.ValueFrom }, UserWins: false)];
}
