using Ray.Api.V1;

namespace Ray.Api;

/// <summary>Which API a cluster was written for.</summary>
public static class RayClusterOrigin
{
    /// <summary>
    /// Whether the cluster was written as <c>ray.io/v1alpha1</c>, so that its commands run after Ray has started and its pods bear the labels of
    /// 2020. Conversion marks such clusters with <see cref="RayAnnotations.OriginVersion"/>; without the mark v1 semantics hold.
    /// </summary>
    /// <param name="cluster">The cluster.</param>
    public static bool IsV1Alpha1(RayCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return cluster.Metadata?.Annotations is { } annotations
            && annotations.TryGetValue(RayAnnotations.OriginVersion, out var version)
            && version == V1Alpha1.RayCluster.KubeApiVersion;
    }
}
