using System.Globalization;
using k8s.Models;

namespace Ray.Operator.RayClusters.Status;

/// <summary>Where the head service is reached.</summary>
internal static class Endpoints
{
    /// <summary>Whether the service has no address of its own, so that its name resolves to the head pod.</summary>
    public static bool IsHeadless(V1Service? service) => service?.Spec?.ClusterIP is "None";

    /// <summary>Named ports: the node port if there is one, else the target port. Null without a service.</summary>
    public static Dictionary<string, string>? Of(V1Service? service)
    {
        if (service?.Spec?.Ports is not { Count: > 0 } ports)
        {
            return null;
        }

        var endpoints = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var port in ports.Where(p => !string.IsNullOrEmpty(p.Name)))
        {
            endpoints[port.Name] = port.NodePort is { } node and not 0
                ? node.ToString(CultureInfo.InvariantCulture)
                : port.TargetPort?.Value is { Length: > 0 } target ? target : port.Port.ToString(CultureInfo.InvariantCulture);
        }

        return new(endpoints);
    }
}
