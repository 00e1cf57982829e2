using k8s.Models;
using Ray.Api;
using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Desired.Metadata;

/// <summary>Metadata of the objects around the pods of a cluster.</summary>
internal static class ObjectMetadata
{
    /// <summary>Metadata of an object that the cluster owns: it lives beside the cluster and goes with it.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="name">Name of the object.</param>
    /// <param name="labels">Its labels.</param>
    public static V1ObjectMeta Owned(RayCluster cluster, string name, IDictionary<string, string> labels) => new()
    {
        Name = name,
        NamespaceProperty = cluster.Metadata?.NamespaceProperty,
        Labels = labels,
        OwnerReferences = ClusterOwner.ReferencesTo(cluster),
    };

    /// <summary>Labels that tell cluster and maker.</summary>
    public static SortedDictionary<string, string> Labels(RayCluster cluster) => new(StringComparer.Ordinal)
    {
        [RayLabels.Cluster] = cluster.Metadata?.Name ?? "",
        [RayLabels.AppName] = RayLabels.ApplicationName,
        [RayLabels.AppCreatedBy] = RayLabels.OperatorName,
    };

    /// <summary>The one label that selects everything of a cluster.</summary>
    public static SortedDictionary<string, string> ClusterLabel(RayCluster cluster) => new(StringComparer.Ordinal)
    {
        [RayLabels.Cluster] = cluster.Metadata?.Name ?? "",
    };
}
