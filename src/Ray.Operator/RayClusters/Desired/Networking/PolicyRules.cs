using k8s.Models;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired.Metadata;

namespace Ray.Operator.RayClusters.Desired.Networking;

/// <summary>The rules of one network policy: what the mode refuses, the cluster's own traffic, and the user's rules.</summary>
internal static class PolicyRules
{
    /// <summary>A spec without its selector. A direction that the mode does not refuse has no rules: everything passes.</summary>
    public static V1NetworkPolicySpec Spec(
        RayCluster cluster,
        NetworkPolicyConfig config,
        IList<V1NetworkPolicyIngressRule>? ingress,
        IList<V1NetworkPolicyEgressRule>? egress)
    {
        var mode = config.Mode is { Length: > 0 } given ? given : NetworkPolicyMode.DenyAll;
        var spec = new V1NetworkPolicySpec { PolicyTypes = [] };
        if (mode is NetworkPolicyMode.DenyAll or NetworkPolicyMode.DenyAllIngress)
        {
            spec.PolicyTypes.Add("Ingress");
            spec.Ingress = [new() { FromProperty = [PodsOf(cluster)] }, .. (ingress ?? []).Where(rule => rule is not null)];
        }

        if (mode is NetworkPolicyMode.DenyAll or NetworkPolicyMode.DenyAllEgress)
        {
            spec.PolicyTypes.Add("Egress");
            spec.Egress = [new() { To = [PodsOf(cluster)] }, .. (egress ?? []).Where(rule => rule is not null)];
        }

        return spec;
    }

    private static V1NetworkPolicyPeer PodsOf(RayCluster cluster) =>
        new() { PodSelector = new V1LabelSelector { MatchLabels = ObjectMetadata.ClusterLabel(cluster) } };
}
