using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Desired.Metadata;
using Ray.Operator.RayClusters.Desired.Services;

namespace Ray.Operator.RayClusters.Desired;

/// <summary>
/// The service in front of the head that a cluster wants. Pure: the same input gives the same service, and no input is changed.
/// </summary>
public static class HeadService
{
    private const string Headless = "None";

    // The labels that select the head pod.
    private static readonly string[] s_selectorKeys =
        [RayLabels.Cluster, RayLabels.NodeType, RayLabels.Identifier, RayLabels.AppName, RayLabels.AppCreatedBy];

    /// <summary>The name of the head service: the user's, else <c>&lt;cluster&gt;-head-svc</c>.</summary>
    public static string NameOf(RayCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        var given = cluster.Spec?.HeadGroupSpec?.HeadService?.Metadata?.Name;
        return string.IsNullOrEmpty(given) ? ObjectNames.HeadService(cluster.Metadata?.Name ?? "") : given;
    }

    /// <summary>Builds the head service.</summary>
    /// <param name="cluster">The cluster; it may be invalid, then the API server refuses the service.</param>
    /// <param name="settings">Settings of the operator.</param>
    public static V1Service Build(RayCluster cluster, OperatorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        ArgumentNullException.ThrowIfNull(settings);
        var node = RayNode.ForHead(cluster, settings);
        var given = cluster.Spec?.HeadGroupSpec?.HeadService is { } service ? TemplateCopy.Of(service) : null;
        var selector = Selector(node);
        var spec = given?.Spec is null ? DefaultSpec(node, selector, isGiven: given is not null) : GivenSpec(node, selector, given.Spec);
        if (spec.ClusterIP != Headless)
        {
            HeadServicePorts.AddControlService(spec.Ports, node.Head.Port);
        }

        return new V1Service
        {
            ApiVersion = V1Service.KubeApiVersion,
            Kind = V1Service.KubeKind,
            Metadata = new V1ObjectMeta
            {
                Name = NameOf(cluster),
                NamespaceProperty = cluster.Metadata?.NamespaceProperty,
                Labels = Overlay(given?.Metadata?.Labels, selector),
                Annotations = Overlay(given?.Metadata?.Annotations, cluster.Spec?.HeadServiceAnnotations),
                Finalizers = given?.Metadata?.Finalizers,
                OwnerReferences = ClusterOwner.ReferencesTo(cluster),
            },
            Spec = spec,
        };
    }

    // The labels of the pod itself: whatever the template overrides, the service finds its pod.
    private static Dictionary<string, string> Selector(RayNode node)
    {
        var labels = PodLabels.Of(node);
        return s_selectorKeys.ToDictionary(key => key, key => labels[key]);
    }

    private static V1ServiceSpec DefaultSpec(RayNode node, Dictionary<string, string> selector, bool isGiven)
    {
        var type = TypeOf(node);
        var isHeadless = !isGiven && type is null or "ClusterIP" && !node.Settings.HeadServiceClusterIp;
        return new V1ServiceSpec
        {
            Type = type,
            Selector = selector,
            Ports = HeadServicePorts.Of(node.RayContainer, given: null),
            ClusterIP = isHeadless ? Headless : null,
            PublishNotReadyAddresses = isHeadless ? true : null,
        };
    }

    private static V1ServiceSpec GivenSpec(RayNode node, Dictionary<string, string> selector, V1ServiceSpec spec)
    {
        spec.Type = string.IsNullOrEmpty(spec.Type) ? TypeOf(node) : spec.Type;
        spec.Selector = selector;
        spec.Ports = HeadServicePorts.Of(node.RayContainer, spec.Ports);
        node.Origin.Complete(spec);
        return spec;
    }

    private static string? TypeOf(RayNode node) =>
        node.Cluster.Spec?.HeadGroupSpec?.ServiceType is { Length: > 0 } type ? type : null;

    private static SortedDictionary<string, string>? Overlay(IDictionary<string, string>? below, IDictionary<string, string>? above)
    {
        var merged = new SortedDictionary<string, string>(below ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (key, value) in above ?? new Dictionary<string, string>())
        {
            merged[key] = value;
        }

        return merged.Count == 0 ? null : merged;
    }
}
