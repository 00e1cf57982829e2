using System.ComponentModel.DataAnnotations;
using k8s.Models;
using Kube;

namespace Ray.Api.V1;

/// <summary>A group of equal Ray workers.</summary>
[CelRule("self.minReplicas <= self.maxReplicas", Message = "minReplicas must not exceed maxReplicas")]
public sealed record WorkerGroupSpec
{
    /// <summary>
    /// Name of the group, unique in the cluster; becomes the label ray.io/group of its pods. The name headgroup is the head's.
    /// </summary>
    [Required]
    [StringLength(63, MinimumLength = 1)]
    [CelRule("self != 'headgroup'", Message = "headgroup is the name of the head's own group")]
    public string? GroupName { get; set; }

    /// <summary>Pod template of the workers. The first container runs Ray; metadata.namespace is ignored.</summary>
    [Required]
    public V1PodTemplateSpec? Template { get; set; }

    /// <summary>Wanted number of replicas; kept between minReplicas and maxReplicas. A replica is numOfHosts pods.</summary>
    [Default("0")]
    [Minimum(0)]
    public int? Replicas { get; set; }

    /// <summary>Fewest replicas, also for the autoscaler.</summary>
    [Required]
    [Default("0")]
    [Minimum(0)]
    public int? MinReplicas { get; set; }

    /// <summary>Most replicas, also for the autoscaler.</summary>
    [Required]
    [Default("2147483647")]
    [Minimum(0)]
    public int? MaxReplicas { get; set; }

    /// <summary>Pods of one replica; more than 1 for accelerators that span hosts. They are created and deleted together.</summary>
    [Default("1")]
    [Minimum(1)]
    public int? NumOfHosts { get; set; }

    /// <summary>Seconds without work after which the autoscaler removes a replica of this group. Needs autoscaler v2.</summary>
    [Minimum(0)]
    public int? IdleTimeoutSeconds { get; set; }

    /// <summary>Groups of higher priority are scaled up first. Needs Ray 2.56 and autoscaler v2.</summary>
    [Default("0")]
    public int? Priority { get; set; }

    /// <summary>True deletes the pods of this group and starts no others. Not together with the autoscaler.</summary>
    public bool? Suspend { get; set; }

    /// <summary>
    /// Logical resources that Ray schedules by, as quantities: cpu, memory, GPU names and custom names. They excuse num-cpus, num-gpus,
    /// memory and resources in rayStartParams, and do not change the resources of the pods.
    /// </summary>
    public IDictionary<string, string>? Resources { get; set; }

    /// <summary>Ray node labels; also set on the pods.</summary>
    public IDictionary<string, string>? Labels { get; set; }

    /// <summary>Flags of "ray start" without the leading dashes. Values are strings: quote numbers. "true" makes a bare switch.</summary>
    public IDictionary<string, string>? RayStartParams { get; set; }

    /// <summary>Which pods go when the group shrinks; written by the autoscaler.</summary>
    public ScaleStrategy? ScaleStrategy { get; set; }
}
