using k8s.Models;
using Kube;
using Ray.Api;

namespace Ray.DevEnvironment.Chaos.Judging;

/// <summary>What a judge wants to know of a pod.</summary>
internal static class PodView
{
    /// <summary>The cluster that its label names.</summary>
    public static ObjectKey ClusterOf(V1Pod pod) => new(pod.Metadata.NamespaceProperty, pod.GetLabel(RayLabels.Cluster) ?? "");

    /// <summary>UID of the cluster that owns it; null for pods of jobs.</summary>
    public static string? OwnerOf(V1Pod pod) =>
        pod.Metadata.OwnerReferences?.FirstOrDefault(owner => owner is { Kind: "RayCluster", Controller: true })?.Uid;

    /// <summary>Whether it is a head.</summary>
    public static bool IsHead(V1Pod pod) => pod.GetLabel(RayLabels.NodeType) == RayNodeTypes.Head;

    /// <summary>Its group.</summary>
    public static string GroupOf(V1Pod pod) => pod.GetLabel(RayLabels.Group) ?? "";

    /// <summary>Whether it may still run something.</summary>
    public static bool IsAlive(V1Pod pod) => pod.Status?.Phase is not ("Failed" or "Succeeded");

    /// <summary>Whether it runs, is ready and stays.</summary>
    public static bool IsServing(V1Pod pod) =>
        pod.Metadata.DeletionTimestamp is null
        && pod.Status?.Phase == "Running"
        && pod.Status.Conditions?.Any(condition => condition is { Type: "Ready", Status: "True" }) == true;

    /// <summary>What tells it from the other pods of its group: index of the replica and of the host.</summary>
    public static string PlaceOf(V1Pod pod) =>
        $"{pod.GetLabel(RayLabels.WorkerGroupReplicaIndex)}/{pod.GetLabel(RayLabels.ReplicaHostIndex)}";
}
