using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Desired.Metadata;
using Ray.Operator.RayClusters.Desired.Services;

namespace Ray.Operator.RayClusters.Desired;

/// <summary>The service for requests to Ray Serve, which every node of the cluster takes.</summary>
public static class ServeService
{
    /// <summary>Whether the cluster asks for the service, by its annotation.</summary>
    public static bool IsWanted(RayCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return cluster.Metadata?.Annotations?.TryGetValue(RayAnnotations.EnableServeService, out var value) == true && value == "true";
    }

    /// <summary>
    /// Builds the service; null when the cluster does not ask for it, or when its head has no port for it (validation says so).
    /// </summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="settings">Settings of the operator.</param>
    public static V1Service? Build(RayCluster cluster, OperatorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        ArgumentNullException.ThrowIfNull(settings);
        if (!IsWanted(cluster) || HeadServicePorts.OfServe(RayNode.ForHead(cluster, settings).RayContainer) is not { Count: > 0 } ports)
        {
            return null;
        }

        var name = cluster.Metadata?.Name ?? "";
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [RayLabels.OriginatedFromName] = name,
            [RayLabels.OriginatedFromKind] = RayCluster.KubeKind,
            [RayLabels.Serve] = ObjectNames.LabelValue(name + "-serve"),
        };
        return new V1Service
        {
            ApiVersion = V1Service.KubeApiVersion,
            Kind = V1Service.KubeKind,
            Metadata = ObjectMetadata.Owned(cluster, ObjectNames.ServeService(name), labels),
            Spec = new V1ServiceSpec
            {
                Type = cluster.Spec?.HeadGroupSpec?.ServiceType is { Length: > 0 } type ? type : null,
                Selector = ObjectMetadata.ClusterLabel(cluster),
                Ports = ports,
            },
        };
    }
}
