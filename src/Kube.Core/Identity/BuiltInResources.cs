using k8s.Models;

namespace Kube;

/// <summary>The built-in kinds that this package can read and write without reflection.</summary>
public static class BuiltInResources
{
    /// <summary>Pods.</summary>
    public static ResourceType<V1Pod> Pods { get; } = new(new("", "v1", "Pod", "pods"), KubeJsonContext.Default.V1Pod);

    /// <summary>Services.</summary>
    public static ResourceType<V1Service> Services { get; } = new(new("", "v1", "Service", "services"), KubeJsonContext.Default.V1Service);

    /// <summary>Config maps.</summary>
    public static ResourceType<V1ConfigMap> ConfigMaps { get; } =
        new(new("", "v1", "ConfigMap", "configmaps"), KubeJsonContext.Default.V1ConfigMap);

    /// <summary>Namespaces.</summary>
    public static ResourceType<V1Namespace> Namespaces { get; } =
        new(new("", "v1", "Namespace", "namespaces", IsNamespaced: false), KubeJsonContext.Default.V1Namespace);

    /// <summary>Events of <c>events.k8s.io/v1</c>.</summary>
    public static ResourceType<Eventsv1Event> Events { get; } =
        new(new("events.k8s.io", "v1", "Event", "events"), KubeMicroTimeJsonContext.Default.Eventsv1Event);
}
