using Ray.Api;
using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Desired.Features;

/// <summary>
/// Where the control service (GCS) of a cluster's head keeps its state, so that it survives the head pod: nowhere, in Redis, or in RocksDB
/// on a volume.
/// </summary>
internal static class FaultTolerance
{
    /// <summary>Whether the state survives the head pod.</summary>
    public static bool IsOn(RayCluster cluster) => OptionsOf(cluster) is not null || IsOnByAnnotation(cluster);

    /// <summary>Whether the state is in Redis; a deleted cluster then leaves keys behind.</summary>
    public static bool UsesRedis(RayCluster cluster) => IsOn(cluster) && !UsesRocksDb(cluster);

    /// <summary>Whether the state is in RocksDB on a volume of the head.</summary>
    public static bool UsesRocksDb(RayCluster cluster) => OptionsOf(cluster)?.Backend == GcsFaultToleranceBackend.RocksDb;

    /// <summary>The options; null for none. They are younger than the annotation.</summary>
    public static GcsFaultToleranceOptions? OptionsOf(RayCluster cluster) => cluster.Spec?.GcsFaultToleranceOptions;

    /// <summary>Prefix of this cluster's keys in Redis: the options', else the annotation's, else the UID of the cluster.</summary>
    public static string StorageNamespaceOf(RayCluster cluster)
    {
        if (OptionsOf(cluster)?.ExternalStorageNamespace is { Length: > 0 } given)
        {
            return given;
        }

        return cluster.Metadata?.Annotations?.TryGetValue(RayAnnotations.ExternalStorageNamespace, out var annotated) == true
            ? annotated
            : cluster.Metadata?.Uid ?? "";
    }

    private static bool IsOnByAnnotation(RayCluster cluster) =>
        cluster.Metadata?.Annotations?.TryGetValue(RayAnnotations.FaultToleranceEnabled, out var value) == true
        && "true".Equals(value, StringComparison.OrdinalIgnoreCase);
}
