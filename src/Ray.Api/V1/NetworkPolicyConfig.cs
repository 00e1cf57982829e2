using System.ComponentModel.DataAnnotations;
using Kube;

namespace Ray.Api.V1;

/// <summary>Network policies around the pods. Traffic inside the cluster is always allowed.</summary>
public sealed record NetworkPolicyConfig
{
    /// <summary>Which traffic is refused unless a rule allows it. No rule for DNS is added: allow it when egress is refused.</summary>
    [Default("\"DenyAll\"")]
    [AllowedValues(NetworkPolicyMode.DenyAll, NetworkPolicyMode.DenyAllIngress, NetworkPolicyMode.DenyAllEgress)]
    public string? Mode { get; set; }

    /// <summary>Rules of the head pod.</summary>
    public NetworkPolicyRules? Head { get; set; }

    /// <summary>Rules of all worker pods.</summary>
    public NetworkPolicyRules? Worker { get; set; }

    /// <summary>Rules of single worker groups, each in place of those of worker.</summary>
    [ListType(ListKind.Map, nameof(WorkerGroupNetworkPolicy.GroupName))]
    public IList<WorkerGroupNetworkPolicy>? WorkerGroups { get; set; }
}
