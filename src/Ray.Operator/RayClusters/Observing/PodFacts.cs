using System.Globalization;
using k8s.Models;
using Ray.Api;

namespace Ray.Operator.RayClusters.Observing;

/// <summary>What can be said of one pod by looking at it.</summary>
internal static class PodFacts
{
    private const string Running = "Running";

    public static bool IsHead(V1Pod pod) => Label(pod, RayLabels.NodeType) == RayNodeTypes.Head;

    public static bool IsWorker(V1Pod pod) => Label(pod, RayLabels.NodeType) == RayNodeTypes.Worker;

    /// <summary>Name of the pod's group; the head's is <c>headgroup</c>.</summary>
    public static string GroupOf(V1Pod pod) => IsHead(pod) ? RayLabels.HeadGroupName : Label(pod, RayLabels.Group) ?? "";

    public static string NameOf(V1Pod pod) => pod.Metadata.Name ?? "";

    public static string UidOf(V1Pod pod) => pod.Metadata.Uid ?? "";

    /// <summary>Which replica of its group a worker is; null for pods that were made without the label.</summary>
    public static int? ReplicaIndexOf(V1Pod pod) =>
        int.TryParse(Label(pod, RayLabels.WorkerGroupReplicaIndex), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index : null;

    /// <summary>Name that the hosts of a replica share; null for pods that are no part of one.</summary>
    public static string? ReplicaNameOf(V1Pod pod) => Label(pod, RayLabels.WorkerGroupReplicaName) is { Length: > 0 } name ? name : null;

    /// <summary>An annotation; null when the pod has none of that name.</summary>
    public static string? Annotation(V1Pod pod, string key) =>
        pod.Metadata.Annotations is { } annotations && annotations.TryGetValue(key, out var value) ? value : null;

    public static bool IsTerminating(V1Pod pod) => pod.Metadata.DeletionTimestamp is not null;

    public static bool IsRunning(V1Pod pod) => pod.Status?.Phase == Running;

    /// <summary>Phase Failed or Succeeded: no container runs or ever will again.</summary>
    public static bool IsFinished(V1Pod pod) => pod.Status?.Phase is "Failed" or "Succeeded";

    /// <summary>The pod's Ready condition; null when it has none.</summary>
    public static V1PodCondition? ReadyCondition(V1Pod pod) => pod.Status?.Conditions?.FirstOrDefault(c => c.Type == "Ready");

    public static bool IsReady(V1Pod pod) => IsRunning(pod) && ReadyCondition(pod)?.Status == "True";

    /// <summary>
    /// Whether the pod can never serve Ray again, so that only a new one helps: it is finished, or its Ray container ended and nobody
    /// restarts it. Pending, crash-looping and unready pods are left to the kubelet.
    /// </summary>
    public static bool IsDead(V1Pod pod) =>
        IsFinished(pod) || (IsRunning(pod) && pod.Spec?.RestartPolicy == "Never" && RayContainerTermination(pod) is not null);

    /// <summary>
    /// Whether the API server removes the pod at the moment of its deletion, without a time of grace: nothing runs, and no finalizer holds
    /// it.
    /// </summary>
    public static bool GoesAtOnce(V1Pod pod) =>
        (IsFinished(pod) || string.IsNullOrEmpty(pod.Spec?.NodeName)) && pod.Metadata.Finalizers is not { Count: > 0 };

    /// <summary>How the Ray container (the first of the spec) ended; null while it runs or waits.</summary>
    public static V1ContainerStateTerminated? RayContainerTermination(V1Pod pod)
    {
        // The order of statuses is not that of the spec: only the name tells which one is Ray's.
        var name = pod.Spec?.Containers is { Count: > 0 } containers ? containers[0].Name : null;
        return name is null ? null : pod.Status?.ContainerStatuses?.FirstOrDefault(s => s.Name == name)?.State?.Terminated;
    }

    private static string? Label(V1Pod pod, string key) => pod.Metadata.Labels is { } labels && labels.TryGetValue(key, out var value)
        ? value : null;
}
