using System.ComponentModel.DataAnnotations;
using k8s.Models;

namespace Ray.Api.V1;

/// <summary>Traffic of one worker group that is allowed besides that inside the cluster.</summary>
public sealed record WorkerGroupNetworkPolicy
{
    /// <summary>Name of a group in workerGroupSpecs.</summary>
    [Required]
    public string? GroupName { get; set; }

    /// <summary>Allowed incoming traffic.</summary>
    public IList<V1NetworkPolicyIngressRule>? IngressRules { get; set; }

    /// <summary>Allowed outgoing traffic.</summary>
    public IList<V1NetworkPolicyEgressRule>? EgressRules { get; set; }
}
