using k8s.Models;
using Ray.Api;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;

namespace Ray.Operator.RayClusters.Status;

/// <summary>The texts of events about pods. Those about a single pod read as KubeRay's do.</summary>
internal static class PodEventNotes
{
    // The API takes 1024 bytes of note. Names are ASCII; the rest of the space is for the sentence around them.
    private const int SpaceForNames = 800;

    public static ClusterEvent Created(ClusterSnapshot snapshot, string group, IReadOnlyList<string> names)
    {
        var note = group == RayLabels.HeadGroupName ? $"Created head Pod {Qualified(snapshot, names[0])}"
            : names.Count == 1 ? $"Created worker Pod {Qualified(snapshot, names[0])}"
            : $"Created {names.Count} worker Pods in group {group}: {Listed(names)}";
        return new(false, IsHead(group) ? RayEventReasons.CreatedHeadPod : RayEventReasons.CreatedWorkerPod, "Create", note);
    }

    public static ClusterEvent FailedToCreate(ClusterSnapshot snapshot, CreatePod action, string name, string error) => IsHead(action.Group)
        ? new(true, RayEventReasons.FailedToCreateHeadPod, "Create", $"Failed to create head Pod {Qualified(snapshot, name)}, {error}")
        : new(true, RayEventReasons.FailedToCreateWorkerPod, "Create",
            $"Failed to create worker Pod for the cluster {snapshot.Key}, {error}");

    public static ClusterEvent Deleted(ClusterSnapshot snapshot, DeletePod action)
    {
        var pod = Qualified(snapshot, PodFacts.NameOf(action.Pod));
        var role = IsHead(action.Group) ? "head" : "worker";
        var note = action.Cause switch
        {
            DeletionCause.Dead => $"Deleted {role} Pod {pod}; {Condition(action.Pod)}",
            DeletionCause.Named => $"Deleted pod {pod}",
            DeletionCause.Surplus => $"Deleted Pod {pod}",
            DeletionCause.ReplicaBroken => $"Deleted worker Pod {pod} for group {action.Group}: {action.Reason}",
            _ => $"Deleted {role} Pod {pod}; {action.Reason}",
        };
        return new(false, ReasonOf(action), "Delete", note);
    }

    public static ClusterEvent Deleted(ClusterSnapshot snapshot, DeletePod first, IReadOnlyList<string> names)
    {
        var role = IsHead(first.Group) ? "head" : "worker";
        return new(
            false,
            ReasonOf(first),
            "Delete",
            $"Deleted {names.Count} {role} Pods in group {first.Group} of {snapshot.Key}, {first.Reason}: {Listed(names)}");
    }

    /// <summary>All pods went because the cluster is suspended or made anew.</summary>
    public static ClusterEvent DeletedAll(ClusterSnapshot snapshot, DeletePod first, string? error)
    {
        var why = first.Cause == DeletionCause.Suspended ? "due to suspension" : "due to spec change with Recreate upgradeStrategy";
        var what = first.Cause == DeletionCause.Suspended ? "Deleted Pods" : "Deleted all Pods";
        return error is null
            ? new(false, RayEventReasons.DeletedPod, "Delete", $"{what} for RayCluster {snapshot.Key} {why}")
            : new(true, RayEventReasons.FailedToDeletePodCollection, "Delete",
                $"Failed deleting Pods {why} for RayCluster {snapshot.Key}, {error}");
    }

    /// <summary>All pods of a group went because it is suspended.</summary>
    public static ClusterEvent DeletedGroup(ClusterSnapshot snapshot, DeletePod first, string? error) => error is null
        ? new(false, RayEventReasons.DeletedWorkerPod, "Delete",
            $"Deleted all pods for suspended worker group {first.Group} in RayCluster {snapshot.Key}")
        : new(true, RayEventReasons.FailedToDeleteWorkerPodCollection, "Delete",
            $"Failed deleting worker Pods for suspended group {first.Group} in RayCluster {snapshot.Key}, {error}");

    public static ClusterEvent FailedToDelete(ClusterSnapshot snapshot, DeletePod action, string error) => new(
        true,
        IsHead(action.Group) ? RayEventReasons.FailedToDeleteHeadPod : RayEventReasons.FailedToDeleteWorkerPod,
        "Delete",
        $"Failed deleting {(IsHead(action.Group) ? "head" : "worker")} Pod {Qualified(snapshot, PodFacts.NameOf(action.Pod))}, {error}");

    private static string ReasonOf(DeletePod action) =>
        IsHead(action.Group) ? RayEventReasons.DeletedHeadPod : RayEventReasons.DeletedWorkerPod;

    private static string Condition(V1Pod pod)
    {
        var ended = PodFacts.RayContainerTermination(pod);
        var container = ended is null ? "not terminated" : $"{ended.Reason} (exit code {ended.ExitCode})";
        return $"Pod status: {pod.Status?.Phase}; Pod restart policy: {pod.Spec?.RestartPolicy}; "
            + $"Ray container terminated status: {container}";
    }

    private static string Listed(IReadOnlyList<string> names)
    {
        var shown = 0;
        for (var used = 0; shown < names.Count && used + names[shown].Length + 2 <= SpaceForNames; shown++)
        {
            used += names[shown].Length + 2;
        }

        var text = string.Join(", ", names.Take(shown));
        return shown == names.Count ? text : $"{text} and {names.Count - shown} more";
    }

    private static bool IsHead(string group) => group == RayLabels.HeadGroupName;

    private static string Qualified(ClusterSnapshot snapshot, string name) => $"{snapshot.Key.Namespace}/{name}";
}
