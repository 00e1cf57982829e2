using Ray.Api.V1;
using Ray.Operator.Options;

namespace Ray.Operator.RayClusters.Desired;

/// <summary>Where the processes of a cluster find its head.</summary>
/// <param name="Service">Name of the head service.</param>
/// <param name="Host">Full domain name of the head service.</param>
/// <param name="Port">Port of the control service, as text.</param>
internal sealed record HeadAddress(string Service, string Host, string Port)
{
    private const string DefaultPort = "6379";

    /// <summary>Host and port, as <c>ray start --address</c> takes them.</summary>
    public string HostAndPort => $"{Host}:{Port}";

    /// <summary>The address of a cluster's head.</summary>
    public static HeadAddress Of(RayCluster cluster, OperatorSettings settings)
    {
        var service = HeadService.NameOf(cluster);
        var host = $"{service}.{cluster.Metadata?.NamespaceProperty}.svc.{settings.ClusterDomain}";
        return new(service, host, PortOf(cluster));
    }

    private static string PortOf(RayCluster cluster) =>
        cluster.Spec?.HeadGroupSpec?.RayStartParams is { } parameters
            && parameters.TryGetValue("port", out var port) && !string.IsNullOrWhiteSpace(port)
            ? port
            : DefaultPort;
}
