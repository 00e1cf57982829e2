using k8s.Models;
using Ray.Api;
using Ray.Api.V1;

namespace Ray.Demo;

/// <summary>One row for each pod.</summary>
/// <param name="Name">Pod name.</param>
/// <param name="Group">Worker group, or <c>headgroup</c>.</param>
/// <param name="Phase">Phase; <c>Terminating</c> once it is being deleted.</param>
/// <param name="Node">Node that it runs on; may be empty.</param>
public sealed record PodRow(string Name, string Group, string Phase, string Node);

/// <summary>What the screen shows of a cluster.</summary>
/// <param name="State">State of the status; empty at first.</param>
/// <param name="Desired">Wanted workers.</param>
/// <param name="Available">Running workers.</param>
/// <param name="Exists">Whether the RayCluster exists.</param>
/// <param name="Pods">Its pods, by name.</param>
public sealed record ClusterView(string State, int Desired, int Available, bool Exists, IReadOnlyList<PodRow> Pods)
{
    /// <summary>Neither the RayCluster nor a pod of it is left.</summary>
    public bool IsGone => !Exists && Pods.Count == 0;

    /// <summary>Makes the view of what the API server holds.</summary>
    public static ClusterView Of(RayCluster? cluster, IEnumerable<V1Pod> pods) => new(
        cluster?.Status?.State ?? "",
        cluster?.Status?.DesiredWorkerReplicas ?? 0,
        cluster?.Status?.AvailableWorkerReplicas ?? 0,
        cluster is not null,
        [.. pods.Select(Row).OrderBy(row => row.Name, StringComparer.Ordinal)]);

    /// <summary>Whether the cluster is ready with exactly so many workers, the head beside them.</summary>
    public bool IsReady(int workers) =>
        State == "ready" && Desired == workers && Available == workers && Pods.Count == workers + 1 && Pods.All(pod => pod.Phase == "Running");

    private static PodRow Row(V1Pod pod) => new(
        pod.Metadata.Name,
        pod.GetLabel(RayLabels.Group) ?? "",
        pod.Metadata.DeletionTimestamp is null ? pod.Status?.Phase ?? "" : "Terminating",
        pod.Spec?.NodeName ?? "");
}
