using k8s.Models;
using Ray.Api;
using Ray.Operator.RayClusters.Desired;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>Network policies are as the spec says; those of the cluster that it does not ask for any more go.</summary>
internal static class NetworkPoliciesRule
{
    public static void Apply(PlanDraft draft)
    {
        var snapshot = draft.Snapshot;
        var wanted = snapshot.Settings.Gates.RayClusterNetworkPolicy ? NetworkPolicies.Build(snapshot.Cluster) : [];
        foreach (var policy in wanted)
        {
            KeptObjects.Keep(draft, policy, RayEventReasons.NetworkPolicyNameCollision);
        }

        var names = wanted.Select(p => p.Metadata.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var policy in snapshot.Objects.OfType<V1NetworkPolicy>())
        {
            if (!names.Contains(policy.Metadata.Name) && policy.Metadata.DeletionTimestamp is null && !snapshot.IsUnseen(policy))
            {
                draft.Add(new DeleteObject(policy, "the spec does not ask for it"));
            }
        }
    }
}
