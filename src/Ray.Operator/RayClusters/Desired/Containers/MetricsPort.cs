using k8s.Models;

namespace Ray.Operator.RayClusters.Desired.Containers;

/// <summary>Names the port of Ray's metrics on the Ray container, so that monitors find it.</summary>
internal static class MetricsPort
{
    public const string Name = "metrics";
    public const int Number = 8080;

    public static void AddTo(V1Container container)
    {
        container.Ports ??= [];
        if (!container.Ports.Any(port => port.Name == Name))
        {
            container.Ports.Add(new V1ContainerPort { Name = Name, ContainerPort = Number });
        }
    }
}
