using k8s.Models;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired.Features;
using Ray.Operator.RayClusters.Desired.Metadata;

namespace Ray.Operator.RayClusters.Desired;

/// <summary>
/// What the autoscaler may do in the namespace of its cluster. The operator must hold every right that it grants here, else the API server
/// refuses the role.
/// </summary>
public static class AutoscalerRole
{
    /// <summary>Name of the role and of its binding.</summary>
    public static string NameOf(RayCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return ObjectNames.Short(cluster.Metadata?.Name ?? "");
    }

    /// <summary>Builds the role; null when the autoscaler is off.</summary>
    /// <param name="cluster">The cluster.</param>
    public static V1Role? Build(RayCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        if (!Autoscaling.IsOn(cluster))
        {
            return null;
        }

        return new V1Role
        {
            ApiVersion = $"{V1Role.KubeGroup}/{V1Role.KubeApiVersion}",
            Kind = V1Role.KubeKind,
            Metadata = ObjectMetadata.Owned(cluster, NameOf(cluster), ObjectMetadata.Labels(cluster)),
            Rules =
            [
                Rule("", "pods", "get", "list", "watch", "patch"),
                Rule("", "pods/resize", "patch"),
                Rule(RayCluster.KubeGroup, RayCluster.KubePluralName, "get", "patch"),
            ],
        };
    }

    private static V1PolicyRule Rule(string group, string resource, params string[] verbs) =>
        new() { ApiGroups = [group], Resources = [resource], Verbs = verbs };
}
