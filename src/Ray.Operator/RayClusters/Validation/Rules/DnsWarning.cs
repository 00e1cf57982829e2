using k8s.Models;
using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>Workers find the head by name: where outgoing traffic is closed, names must be asked for all the same.</summary>
internal static class DnsWarning
{
    private const string DnsPort = "53";

    public static IEnumerable<SpecProblem> Check(ClusterContext context)
    {
        if (context.Spec.NetworkPolicy is not { Mode: not NetworkPolicyMode.DenyAllIngress } policy)
        {
            yield break;
        }

        foreach (var group in context.WorkerGroups)
        {
            var own = policy.WorkerGroups?.FirstOrDefault(entry => entry?.GroupName == group.Worker!.GroupName);
            var rules = own is null ? policy.Worker?.EgressRules : own.EgressRules;
            if (rules?.Any(LetsDnsThrough) != true)
            {
                yield return ClusterContext.Problem(
                    own is null ? "spec.networkPolicy.worker.egressRules" : $"spec.networkPolicy.workerGroups[{own.GroupName}].egressRules",
                    $"lets no DNS through, so workers of group {group.Worker!.GroupName} cannot find the head",
                    "allow UDP and TCP port 53");
            }
        }
    }

    private static bool LetsDnsThrough(V1NetworkPolicyEgressRule? rule) =>
        rule is not null && (rule.Ports is not { Count: > 0 } ports || ports.Any(port => port?.Port is null || port.Port.Value == DnsPort));
}
