using k8s.Models;
using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Desired.Metadata;

/// <summary>Ties an object to its cluster: deleted with it, and nobody else's to control.</summary>
internal static class ClusterOwner
{
    /// <summary>The owner references of an object of the cluster: exactly one, the controller's.</summary>
    public static IList<V1OwnerReference> ReferencesTo(RayCluster cluster) =>
    [
        new()
        {
            ApiVersion = $"{RayCluster.KubeGroup}/{RayCluster.KubeApiVersion}",
            Kind = RayCluster.KubeKind,
            Name = cluster.Metadata?.Name,
            Uid = cluster.Metadata?.Uid,
            Controller = true,
            BlockOwnerDeletion = true,
        },
    ];
}
