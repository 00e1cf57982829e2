using System.Globalization;
using k8s.Models;
using Ray.Operator.RayClusters.Desired.Containers;

namespace Ray.Operator.RayClusters.Desired.Services;

/// <summary>
/// The ports of the head service: the user's own, then one for each port of the Ray container, sorted by name. The API server refuses two
/// ports of one name or of one number and protocol, so the first of them wins.
/// </summary>
internal static class HeadServicePorts
{
    private const string Tcp = "TCP";

    private static readonly V1ContainerPort[] s_portsOfRay =
    [
        new() { Name = "client", ContainerPort = 10001 },
        new() { Name = "gcs-server", ContainerPort = 6379 },
        new() { Name = "dashboard", ContainerPort = 8265 },
        new() { Name = "serve", ContainerPort = 8000 },
    ];

    private static readonly V1ContainerPort s_metrics = new() { Name = MetricsPort.Name, ContainerPort = MetricsPort.Number };

    public static IList<V1ServicePort> Of(V1Container rayContainer, IList<V1ServicePort>? given)
    {
        var ports = new List<V1ServicePort>();
        AddFree(ports, (given ?? []).Where(port => port is not null).Select(Named));
        AddFree(ports, Defaults(rayContainer));
        return ports;
    }

    private static IEnumerable<V1ServicePort> Defaults(V1Container rayContainer)
    {
        var declared = rayContainer.Ports is { Count: > 0 } ports ? ports : s_portsOfRay;
        var defaults = new List<V1ServicePort>();
        AddFree(defaults, declared.Append(s_metrics).Select(FromContainer));
        return defaults.OrderBy(port => port.Name, StringComparer.Ordinal);
    }

    private static V1ServicePort FromContainer(V1ContainerPort port)
    {
        var protocol = ProtocolOf(port.Protocol);
        return Named(new V1ServicePort
        {
            Name = port.Name,
            Port = port.ContainerPort,
            Protocol = protocol,
            AppProtocol = protocol == Tcp ? "tcp" : null,
        });
    }

    // A service of several ports needs a name for each; server-side apply tells them apart by number and protocol.
    private static V1ServicePort Named(V1ServicePort port)
    {
        port.Protocol = ProtocolOf(port.Protocol);
        port.Name = string.IsNullOrEmpty(port.Name) ? string.Create(CultureInfo.InvariantCulture, $"{port.Port}-port") : port.Name;
        return port;
    }

    private static void AddFree(List<V1ServicePort> ports, IEnumerable<V1ServicePort> others)
    {
        foreach (var port in others)
        {
            var isTaken = ports.Any(other =>
                other.Name == port.Name || (other.Port == port.Port && ProtocolOf(other.Protocol) == ProtocolOf(port.Protocol)));
            if (!isTaken)
            {
                ports.Add(port);
            }
        }
    }

    private static string ProtocolOf(string? protocol) => string.IsNullOrEmpty(protocol) ? Tcp : protocol;
}
