using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Desired.Features;

/// <summary>What a cluster says about Ray's own autoscaler.</summary>
internal static class Autoscaling
{
    /// <summary>Whether the autoscaler changes the size of the worker groups.</summary>
    public static bool IsOn(RayCluster cluster) => cluster.Spec?.EnableInTreeAutoscaling == true;

    /// <summary>The version that the cluster names, see <see cref="AutoscalerVersion"/>; null when Ray decides, or when off.</summary>
    public static string? VersionOf(RayCluster cluster) =>
        IsOn(cluster) && cluster.Spec!.AutoscalerOptions?.Version is { Length: > 0 } version ? version : null;

    /// <summary>
    /// Whether the cluster names version 2. It replaces nodes and not containers, so pods that end must stay ended.
    /// </summary>
    public static bool IsVersion2(RayCluster cluster) => VersionOf(cluster) == AutoscalerVersion.V2;
}
