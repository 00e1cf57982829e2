using k8s.Models;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired.Features;
using Ray.Operator.RayClusters.Desired.Metadata;

namespace Ray.Operator.RayClusters.Desired;

/// <summary>Gives the autoscaler's account its role.</summary>
public static class AutoscalerRoleBinding
{
    /// <summary>Builds the binding; null when the autoscaler is off.</summary>
    /// <param name="cluster">The cluster.</param>
    public static V1RoleBinding? Build(RayCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        if (!Autoscaling.IsOn(cluster))
        {
            return null;
        }

        return new V1RoleBinding
        {
            ApiVersion = $"{V1RoleBinding.KubeGroup}/{V1RoleBinding.KubeApiVersion}",
            Kind = V1RoleBinding.KubeKind,
            Metadata = ObjectMetadata.Owned(cluster, AutoscalerRole.NameOf(cluster), ObjectMetadata.Labels(cluster)),
            Subjects =
            [
                new()
                {
                    Kind = V1ServiceAccount.KubeKind,
                    Name = AutoscalerServiceAccount.NameOf(cluster),
                    NamespaceProperty = cluster.Metadata?.NamespaceProperty,
                },
            ],
            RoleRef = new() { ApiGroup = V1Role.KubeGroup, Kind = V1Role.KubeKind, Name = AutoscalerRole.NameOf(cluster) },
        };
    }
}
