using System.ComponentModel.DataAnnotations;
using Kube;

namespace Ray.Api.V1;

/// <summary>Desired state of a Ray cluster.</summary>
public sealed record RayClusterSpec
{
    /// <summary>The head: the one pod that runs the control services of Ray.</summary>
    [Required]
    public HeadGroupSpec? HeadGroupSpec { get; set; }

    /// <summary>Groups of equal workers. Group names are unique.</summary>
    [ListType(ListKind.Map, nameof(WorkerGroupSpec.GroupName))]
    public IList<WorkerGroupSpec>? WorkerGroupSpecs { get; set; }

    /// <summary>
    /// Version of Ray in the images, such as 2.53.0. Selects the kind of probes and gates features that need a newer Ray.
    /// </summary>
    public string? RayVersion { get; set; }

    /// <summary>Whether Ray's own autoscaler changes the size of the worker groups. Default: off.</summary>
    public bool? EnableInTreeAutoscaling { get; set; }

    /// <summary>Settings of the autoscaler; used only when it is on.</summary>
    public AutoscalerOptions? AutoscalerOptions { get; set; }

    /// <summary>Annotations of the head service. They win over those of headService.</summary>
    public IDictionary<string, string>? HeadServiceAnnotations { get; set; }

    /// <summary>
    /// True deletes all pods and keeps the rest of the cluster; false starts them again. Removing the field from a suspended cluster
    /// does not resume it.
    /// </summary>
    public bool? Suspend { get; set; }

    /// <summary>
    /// The controller that cares for this cluster. Any other value than the operator's own makes the operator leave it alone.
    /// </summary>
    [CelRule("self == oldSelf", Message = "the managedBy field is immutable")]
    [CelRule(
        "self in ['ray.io/kuberay-operator', 'kueue.x-k8s.io/multikueue']",
        Message = "the managedBy field value must be either 'ray.io/kuberay-operator' or 'kueue.x-k8s.io/multikueue'")]
    public string? ManagedBy { get; set; }

    /// <summary>Makes the state of the head survive its pod.</summary>
    public GcsFaultToleranceOptions? GcsFaultToleranceOptions { get; set; }

    /// <summary>What happens to running pods when the spec changes.</summary>
    public UpgradeStrategy? UpgradeStrategy { get; set; }

    /// <summary>Authentication between the processes and clients of the cluster.</summary>
    public AuthOptions? AuthOptions { get; set; }

    /// <summary>Collection of logs and events for the history server.</summary>
    public HistoryServerOptions? HistoryServerOptions { get; set; }

    /// <summary>Network policies around head and workers. Default: none are made.</summary>
    public NetworkPolicyConfig? NetworkPolicy { get; set; }

    /// <summary>Mutual TLS between the pods of the cluster.</summary>
    public TlsOptions? TlsOptions { get; set; }
}
