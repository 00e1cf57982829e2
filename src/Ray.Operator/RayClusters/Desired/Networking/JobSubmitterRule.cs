using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired.StartParams;

namespace Ray.Operator.RayClusters.Desired.Networking;

/// <summary>Lets the pod that submits the job of a RayJob reach the dashboard: it is no pod of the cluster.</summary>
internal static class JobSubmitterRule
{
    private const string SubmittedByPod = "K8sJobMode";
    private const string OwnerKind = "RayJob";

    /// <summary>The rule; null for a cluster that no RayJob controls, or whose job is submitted another way.</summary>
    public static V1NetworkPolicyIngressRule? Of(RayCluster cluster)
    {
        var owner = cluster.Metadata?.OwnerReferences?.FirstOrDefault(o => o is { Controller: true, Kind: OwnerKind });
        if (owner is null
            || cluster.Metadata?.Labels?.TryGetValue(RayLabels.JobSubmissionMode, out var mode) != true
            || mode != SubmittedByPod)
        {
            return null;
        }

        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [RayLabels.OriginatedFromKind] = OwnerKind,
            [RayLabels.OriginatedFromName] = owner.Name,
        };
        var port = PortParam.Read(cluster.Spec?.HeadGroupSpec?.RayStartParams, PortParam.Dashboard, PortParam.DefaultDashboard);
        return new()
        {
            FromProperty = [new() { PodSelector = new V1LabelSelector { MatchLabels = labels } }],
            Ports = [new() { Protocol = "TCP", Port = port }],
        };
    }
}
