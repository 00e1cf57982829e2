using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired.Metadata;

namespace Ray.Operator.RayClusters.Desired;

/// <summary>
/// Gives the workers of replicas that span hosts DNS names, before they are ready: they must find each other to become so.
/// </summary>
public static class HeadlessWorkerService
{
    /// <summary>Builds the service; null when every replica is a single pod.</summary>
    /// <param name="cluster">The cluster.</param>
    public static V1Service? Build(RayCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        if (cluster.Spec?.WorkerGroupSpecs?.Any(group => group?.NumOfHosts > 1) != true)
        {
            return null;
        }

        var name = cluster.Metadata?.Name ?? "";
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal) { [RayLabels.HeadlessWorkerService] = name };
        var selector = ObjectMetadata.ClusterLabel(cluster);
        selector[RayLabels.NodeType] = RayNodeTypes.Worker;
        return new V1Service
        {
            ApiVersion = V1Service.KubeApiVersion,
            Kind = V1Service.KubeKind,
            Metadata = ObjectMetadata.Owned(cluster, ObjectNames.HeadlessWorkerService(name), labels),
            Spec = new V1ServiceSpec { ClusterIP = "None", PublishNotReadyAddresses = true, Selector = selector },
        };
    }
}
