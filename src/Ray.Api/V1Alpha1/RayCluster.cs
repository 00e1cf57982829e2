using k8s;
using k8s.Models;
using Kube;
using Ray.Api.V1Alpha1.Conversion;

namespace Ray.Api.V1Alpha1;

/// <summary>
/// A Ray cluster as the API of 2020 says it: the head service stands beside the groups, and the user's commands run after Ray has started. New
/// clusters are better written as <c>ray.io/v1</c>.
/// </summary>
[KubernetesEntity(Group = KubeGroup, ApiVersion = KubeApiVersion, Kind = KubeKind, PluralName = KubePluralName)]
[CustomResource(Categories = ["all"], JsonContext = typeof(RayV1Alpha1JsonContext), Storage = false)]
[ConversionWebhook(ServiceNamespace = "ray-system", ServiceName = "ray-operator-webhook", Path = "/convert")]
[ConversionHub<V1.RayCluster>(typeof(RayClusterMapping), Annotation = RayAnnotations.Conversion)]
[PrinterColumn("desired workers", ".status.desiredWorkerReplicas")]
[PrinterColumn("available workers", ".status.availableWorkerReplicas")]
[PrinterColumn("cpus", ".status.desiredCPU", Type = PrinterColumnType.String)]
[PrinterColumn("memory", ".status.desiredMemory", Type = PrinterColumnType.String)]
[PrinterColumn("gpus", ".status.desiredGPU", Type = PrinterColumnType.String)]
[PrinterColumn("tpus", ".status.desiredTPU", Type = PrinterColumnType.String, Priority = 1)]
[PrinterColumn("status", ".status.state")]
[PrinterColumn("age", ".metadata.creationTimestamp", Type = PrinterColumnType.Date)]
[PrinterColumn("head pod IP", ".status.head.podIP", Priority = 1)]
[PrinterColumn("head service IP", ".status.head.serviceIP", Priority = 1)]
public sealed partial record RayCluster : IKubernetesObject<V1ObjectMeta>, ISpec<RayClusterSpec?>, IStatus<RayClusterStatus?>
{
    /// <summary>API group of the kind.</summary>
    public const string KubeGroup = "ray.io";

    /// <summary>API version of the kind.</summary>
    public const string KubeApiVersion = "v1alpha1";

    /// <summary>Name of the kind.</summary>
    public const string KubeKind = "RayCluster";

    /// <summary>Plural resource name of the kind.</summary>
    public const string KubePluralName = "rayclusters";

    /// <summary>Versioned schema of this object: <c>ray.io/v1alpha1</c>.</summary>
    public string ApiVersion { get; set; } = $"{KubeGroup}/{KubeApiVersion}";

    /// <summary>Kind of this object: <c>RayCluster</c>.</summary>
    public string Kind { get; set; } = KubeKind;

    /// <summary>Standard object metadata. The name is a DNS-1035 label of at most 53 characters.</summary>
    public V1ObjectMeta Metadata { get; set; } = new();

    /// <summary>Desired state of the cluster.</summary>
    public RayClusterSpec? Spec { get; set; }

    /// <summary>Observed state of the cluster, written by the operator.</summary>
    public RayClusterStatus? Status { get; set; }
}
