using Kube;
using Ray.Api;
using Ray.Api.V1;

namespace Ray.Operator.RayClusters;

/// <summary>RayClusters as a resource of the API server.</summary>
internal static class RayClusterResource
{
    /// <summary>The version that the operator reads and writes.</summary>
    public static ResourceType<RayCluster> Type { get; } = new(
        new(RayCluster.KubeGroup, RayCluster.KubeApiVersion, RayCluster.KubeKind, RayCluster.KubePluralName), RayJsonContext.Default.RayCluster);
}
