using Ray.Api.V1;
using Ray.Operator.Options;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>
/// Network policies are allowed by their gate, have rules for closed directions only, and speak of groups that exist and whose names can be
/// part of theirs.
/// </summary>
internal static class NetworkPolicyRule
{
    private const string Path = "spec.networkPolicy";

    public static IEnumerable<SpecProblem> Check(ClusterContext context)
    {
        if (context.Spec.NetworkPolicy is not { } policy)
        {
            return [];
        }

        var groups = (policy.WorkerGroups ?? []).Index().Where(entry => entry.Item is not null).ToList();
        return
        [
            .. context.Settings.Gates.RayClusterNetworkPolicy
                ? Array.Empty<SpecProblem>()
                : [Needs.Gate(Path, nameof(FeatureGates.RayClusterNetworkPolicy))],
            .. Directions(policy.Mode, $"{Path}.head", policy.Head?.IngressRules, policy.Head?.EgressRules),
            .. Directions(policy.Mode, $"{Path}.worker", policy.Worker?.IngressRules, policy.Worker?.EgressRules),
            .. groups.SelectMany(entry => Directions(
                policy.Mode, $"{Path}.workerGroups[{entry.Index}]", entry.Item.IngressRules, entry.Item.EgressRules)),
            .. groups.SelectMany(entry => Exists(context, entry.Index, entry.Item.GroupName)),
            .. context.WorkerGroups.SelectMany(Name),
        ];
    }

    private static IEnumerable<SpecProblem> Directions<TIngress, TEgress>(
        string? mode, string path, IList<TIngress>? ingress, IList<TEgress>? egress)
    {
        if (mode == NetworkPolicyMode.DenyAllEgress && ingress is { Count: > 0 })
        {
            yield return ClusterContext.Problem(
                $"{path}.ingressRules", "has no effect: the mode DenyAllEgress leaves incoming traffic open", "use the mode DenyAll");
        }

        if (mode == NetworkPolicyMode.DenyAllIngress && egress is { Count: > 0 })
        {
            yield return ClusterContext.Problem(
                $"{path}.egressRules", "has no effect: the mode DenyAllIngress leaves outgoing traffic open", "use the mode DenyAll");
        }
    }

    private static IEnumerable<SpecProblem> Exists(ClusterContext context, int index, string? group)
    {
        if (!context.WorkerGroups.Any(known => known.Worker!.GroupName == group))
        {
            yield return ClusterContext.Problem(
                $"{Path}.workerGroups[{index}].groupName", $"'{group}' is no worker group of this cluster", "name one of workerGroupSpecs");
        }
    }

    private static IEnumerable<SpecProblem> Name(GroupContext group)
    {
        if (!KubernetesNames.IsDnsLabel(group.Worker!.GroupName))
        {
            yield return group.Problem(
                "groupName",
                $"'{group.Worker.GroupName}' cannot be part of the name of a network policy",
                "use at most 63 lower-case letters, digits and '-', begin and end with a letter or digit");
        }
    }
}
