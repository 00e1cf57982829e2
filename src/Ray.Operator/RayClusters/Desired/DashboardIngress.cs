using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Desired.Metadata;
using Ray.Operator.RayClusters.Desired.Services;

namespace Ray.Operator.RayClusters.Desired;

/// <summary>The Ingress to the dashboard of the head.</summary>
public static class DashboardIngress
{
    // kubectl's record of what the user applied: true of the cluster, not of the Ingress.
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>Name of the Ingress.</summary>
    public static string NameOf(RayCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return ObjectNames.DashboardIngress(cluster.Metadata?.Name ?? "");
    }

    /// <summary>
    /// Builds the Ingress; null when the cluster does not ask for one. Its class is the cluster's annotation; without that the field is
    /// left out, so that server-side apply keeps the class that the server chose.
    /// </summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="settings">Settings of the operator.</param>
    public static V1Ingress? Build(RayCluster cluster, OperatorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        ArgumentNullException.ThrowIfNull(settings);
        if (cluster.Spec?.HeadGroupSpec is not { EnableIngress: true } head)
        {
            return null;
        }

        var labels = ObjectMetadata.Labels(cluster);
        labels[RayLabels.Identifier] = ObjectNames.LabelValue($"{cluster.Metadata?.Name}-{RayNodeTypes.Head}");
        var ingress = new V1Ingress
        {
            ApiVersion = $"{V1Ingress.KubeGroup}/{V1Ingress.KubeApiVersion}",
            Kind = V1Ingress.KubeKind,
            Metadata = ObjectMetadata.Owned(cluster, NameOf(cluster), labels),
            Spec = new V1IngressSpec
            {
                IngressClassName = ClassOf(cluster),
                Rules = [Rule(cluster, settings, head.IngressOptions)],
                Tls = head.IngressOptions?.DeepClone()?.Tls is { Count: > 0 } tls ? [.. tls.Where(entry => entry is not null)] : null,
            },
        };
        ingress.Metadata.Annotations = AnnotationsOf(cluster);
        return ingress;
    }

    private static V1IngressRule Rule(RayCluster cluster, OperatorSettings settings, IngressOptions? options) => new()
    {
        Host = options?.Host is { Length: > 0 } host ? host : null,
        Http = new V1HTTPIngressRuleValue
        {
            Paths =
            [
                new()
                {
                    Path = options?.Path is { Length: > 0 } path ? path : "/",
                    PathType = options?.PathType is { Length: > 0 } type ? type : IngressPathType.Prefix,
                    Backend = new V1IngressBackend
                    {
                        Service = new V1IngressServiceBackend
                        {
                            Name = HeadService.NameOf(cluster),
                            Port = new V1ServiceBackendPort { Number = HeadServicePorts.DashboardOf(HeadService.Build(cluster, settings)) },
                        },
                    },
                },
            ],
        },
    };

    private static string? ClassOf(RayCluster cluster) =>
        cluster.Metadata?.Annotations?.TryGetValue(RayAnnotations.IngressClass, out var value) == true && value is { Length: > 0 }
            ? value
            : null;

    private static SortedDictionary<string, string>? AnnotationsOf(RayCluster cluster)
    {
        var annotations = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in cluster.Metadata?.Annotations ?? new Dictionary<string, string>())
        {
            if (key is not (RayAnnotations.IngressClass or LastApplied))
            {
                annotations[key] = value;
            }
        }

        return annotations.Count == 0 ? null : annotations;
    }
}
