using System.ComponentModel.DataAnnotations;
using k8s.Models;

namespace Ray.Api.V1;

/// <summary>The head of a Ray cluster: always exactly one pod.</summary>
public sealed record HeadGroupSpec
{
    /// <summary>Pod template of the head. The first container runs Ray; metadata.namespace is ignored.</summary>
    [Required]
    public V1PodTemplateSpec? Template { get; set; }

    /// <summary>
    /// Head service to use in place of the default one. Its name, annotations, labels and ports are kept; selector and namespace are
    /// always the operator's, and ports that are missing are added.
    /// </summary>
    public V1Service? HeadService { get; set; }

    /// <summary>Whether an Ingress to the dashboard is made. Default: no.</summary>
    public bool? EnableIngress { get; set; }

    /// <summary>Settings of that Ingress.</summary>
    public IngressOptions? IngressOptions { get; set; }

    /// <summary>
    /// Logical resources that Ray schedules by, as quantities: cpu, memory, GPU names and custom names. They excuse num-cpus, num-gpus,
    /// memory and resources in rayStartParams, and do not change the resources of the pod.
    /// </summary>
    public IDictionary<string, string>? Resources { get; set; }

    /// <summary>Ray node labels; also set on the pod.</summary>
    public IDictionary<string, string>? Labels { get; set; }

    /// <summary>Flags of "ray start" without the leading dashes. Values are strings: quote numbers. "true" makes a bare switch.</summary>
    public IDictionary<string, string>? RayStartParams { get; set; }

    /// <summary>Type of the head service: ClusterIP, NodePort or LoadBalancer. Default: a headless ClusterIP service.</summary>
    public string? ServiceType { get; set; }
}
