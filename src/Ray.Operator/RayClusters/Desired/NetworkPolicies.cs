using System.Collections.Immutable;
using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired.Metadata;
using Ray.Operator.RayClusters.Desired.Networking;

namespace Ray.Operator.RayClusters.Desired;

/// <summary>
/// The network policies around head and workers: traffic inside the cluster is allowed, other traffic only as the spec says. No rule for
/// DNS is added, as KubeRay adds none: a mode that refuses outgoing traffic needs one in the spec.
/// </summary>
public static class NetworkPolicies
{
    /// <summary>
    /// Builds the policies, the head's first; none when the cluster does not ask for any. Policies of the cluster with other names are not
    /// wanted any more.
    /// </summary>
    /// <param name="cluster">The cluster.</param>
    public static ImmutableArray<V1NetworkPolicy> Build(RayCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        if (cluster.Spec?.NetworkPolicy?.DeepClone() is not { } config)
        {
            return [];
        }

        var groups = (cluster.Spec.WorkerGroupSpecs ?? []).Where(group => group is not null).Select(group => group.GroupName ?? "");
        return [Head(cluster, config), .. groups.Select(group => Worker(cluster, config, group))];
    }

    private static V1NetworkPolicy Head(RayCluster cluster, NetworkPolicyConfig config)
    {
        var spec = PolicyRules.Spec(cluster, config, config.Head?.IngressRules, config.Head?.EgressRules);
        spec.PodSelector = Selector(cluster, RayNodeTypes.Head);
        if (spec.Ingress is not null && JobSubmitterRule.Of(cluster) is { } rule)
        {
            spec.Ingress.Add(rule);
        }

        return Policy(cluster, ObjectNames.HeadNetworkPolicy(cluster.Metadata?.Name ?? ""), RayLabels.HeadGroupName, spec);
    }

    private static V1NetworkPolicy Worker(RayCluster cluster, NetworkPolicyConfig config, string group)
    {
        // The rules of a group take the place of those of all workers.
        var own = config.WorkerGroups?.FirstOrDefault(entry => entry?.GroupName == group);
        var spec = own is null
            ? PolicyRules.Spec(cluster, config, config.Worker?.IngressRules, config.Worker?.EgressRules)
            : PolicyRules.Spec(cluster, config, own.IngressRules, own.EgressRules);
        spec.PodSelector = Selector(cluster, RayNodeTypes.Worker);
        spec.PodSelector.MatchLabels[RayLabels.Group] = group;
        return Policy(cluster, ObjectNames.WorkerNetworkPolicy(cluster.Metadata?.Name ?? "", group), group, spec);
    }

    private static V1LabelSelector Selector(RayCluster cluster, string nodeType)
    {
        var labels = ObjectMetadata.ClusterLabel(cluster);
        labels[RayLabels.NodeType] = nodeType;
        return new() { MatchLabels = labels };
    }

    private static V1NetworkPolicy Policy(RayCluster cluster, string name, string group, V1NetworkPolicySpec spec)
    {
        var labels = ObjectMetadata.Labels(cluster);
        labels[RayLabels.Group] = group;
        return new()
        {
            ApiVersion = $"{V1NetworkPolicy.KubeGroup}/{V1NetworkPolicy.KubeApiVersion}",
            Kind = V1NetworkPolicy.KubeKind,
            Metadata = ObjectMetadata.Owned(cluster, name, labels),
            Spec = spec,
        };
    }
}
