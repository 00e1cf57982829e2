using k8s.Models;

namespace Ray.Api.V1;

/// <summary>Traffic that is allowed besides that inside the cluster.</summary>
public sealed record NetworkPolicyRules
{
    /// <summary>Allowed incoming traffic.</summary>
    public IList<V1NetworkPolicyIngressRule>? IngressRules { get; set; }

    /// <summary>Allowed outgoing traffic.</summary>
    public IList<V1NetworkPolicyEgressRule>? EgressRules { get; set; }
}
