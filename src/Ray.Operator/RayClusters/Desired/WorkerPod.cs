using k8s.Models;
using Ray.Api.V1;
using Ray.Operator.Options;

namespace Ray.Operator.RayClusters.Desired;

/// <summary>A worker pod that a cluster wants. Pure: the same input gives the same pod, and no input is changed.</summary>
public static class WorkerPod
{
    /// <summary>Builds a worker pod.</summary>
    /// <param name="cluster">The cluster; it may be invalid, then the API server refuses the pod.</param>
    /// <param name="group">The worker's group, one of the cluster's.</param>
    /// <param name="settings">Settings of the operator.</param>
    /// <param name="replica">The worker's replica; null where replicas are not told apart.</param>
    public static V1Pod Build(RayCluster cluster, WorkerGroupSpec group, OperatorSettings settings, WorkerReplica? replica)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(settings);
        var node = RayNode.ForWorker(cluster, group, settings, replica);
        var pod = PodAssembly.Build(node);
        pod.Metadata.GenerateName = node.Origin.WorkerPod(node.ClusterName, node.GroupName) + "-";
        return pod;
    }
}
