using System.Globalization;
using k8s.Models;
using Ray.Operator.RayClusters.Desired.Containers;
using Ray.Operator.RayClusters.Desired.StartParams;

namespace Ray.Operator.RayClusters.Desired.Services;

/// <summary>
/// The ports of the head service: the user's own, then one for each port of the Ray container, sorted by name. The API server refuses two
/// ports of one name or of one number and protocol, so the first of them wins.
/// </summary>
internal static class HeadServicePorts
{
    private const string Tcp = "TCP";
    private const string DashboardPort = "dashboard";
    private const string ServePort = "serve";
    private const string ControlServicePort = "gcs-server";

    private static readonly V1ContainerPort[] s_portsOfRay =
    [
        new() { Name = "client", ContainerPort = 10001 },
        new() { Name = ControlServicePort, ContainerPort = 6379 },
        new() { Name = DashboardPort, ContainerPort = PortParam.DefaultDashboard },
        new() { Name = ServePort, ContainerPort = 8000 },
    ];

    private static readonly V1ContainerPort s_metrics = new() { Name = MetricsPort.Name, ContainerPort = MetricsPort.Number };

    public static IList<V1ServicePort> Of(V1Container rayContainer, IList<V1ServicePort>? given)
    {
        var ports = new List<V1ServicePort>();
        AddFree(ports, (given ?? []).Where(port => port is not null).Select(Named));
        AddFree(ports, Defaults(rayContainer));
        return ports;
    }

    /// <summary>
    /// Adds the port of the control service (GCS) if it is missing: behind a cluster IP workers reach the head by the ports of the service
    /// alone, however few ports the container declares and whatever <c>port</c> the flags say.
    /// </summary>
    public static void AddControlService(IList<V1ServicePort> ports, string text)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || ports.Any(port => port.Port == number && ProtocolOf(port.Protocol) == Tcp))
        {
            return;
        }

        var isTaken = ports.Any(port => port.Name == ControlServicePort);
        ports.Add(Named(new V1ServicePort { Name = isTaken ? null : ControlServicePort, Port = number, AppProtocol = "tcp" }));
    }

    /// <summary>The ports for requests to Ray Serve: those of the Ray container that are named so.</summary>
    public static IList<V1ServicePort> OfServe(V1Container rayContainer)
    {
        var ports = Defaults(rayContainer)
            .Where(port => port.Name == ServePort || port.Name.StartsWith(ServePort + "-", StringComparison.Ordinal))
            .ToList();
        ports.ForEach(port => port.AppProtocol = null);
        return ports;
    }

    /// <summary>The port of a head service behind which the dashboard is.</summary>
    public static int DashboardOf(V1Service headService)
    {
        var ports = headService.Spec.Ports ?? [];
        var named = ports.FirstOrDefault(port => port.Name == DashboardPort)
            ?? ports.FirstOrDefault(port => port.TargetPort?.Value == DashboardPort);
        return named?.Port ?? PortParam.DefaultDashboard;
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
