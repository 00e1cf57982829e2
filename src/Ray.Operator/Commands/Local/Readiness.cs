using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Commands.Local.Views;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Status;

namespace Ray.Operator.Commands.Local;

/// <summary>Whether clusters are ready, and why they are not. Pure.</summary>
internal static class Readiness
{
    private const int MostEvents = 10;

    // Conditions that are bad when they are true; all others are when they are not.
    private static readonly string[] s_bad = [ConditionRules.SpecInvalid, RayConditionTypes.ReplicaFailure];
    private static readonly string[] s_good = [RayConditionTypes.HeadPodReady, RayConditionTypes.RayClusterProvisioned];

    /// <summary>Whether the operator has seen what was applied, and it is as asked: ready, or suspended if the spec wants that.</summary>
    public static bool IsReached(AppliedObject applied, RayCluster? cluster) =>
        cluster?.Metadata.Generation >= applied.Generation
        && cluster.Status?.ObservedGeneration >= cluster.Metadata.Generation
        && cluster.Status.State == (cluster.Spec?.Suspend == true ? RayClusterState.Suspended : RayClusterState.Ready);

    /// <summary>Why a cluster is not ready: one line, and further ones that are set in.</summary>
    /// <param name="applied">What was applied.</param>
    /// <param name="cluster">The cluster as it is; null when there is none.</param>
    /// <param name="pods">Its pods.</param>
    /// <param name="events">Events of its namespace.</param>
    public static IEnumerable<string> Explain(
        AppliedObject applied, RayCluster? cluster, IReadOnlyList<V1Pod> pods, IReadOnlyList<Eventsv1Event> events)
    {
        if (cluster is null)
        {
            return [$"{applied.Key} is not there: it was deleted, or --watch-namespace leaves its namespace out"];
        }

        var groups = string.Join(", ", ClusterView.Of([cluster], pods).SelectMany(view => view.Groups).Select(group => group.Summary));
        return
        [
            $"{applied.Key} is not ready: {groups} ready, state {cluster.Status?.State ?? "-"}",
            .. OfCluster(cluster).Concat(pods.SelectMany(OfPod)).Concat(OfEvents(cluster, pods, events)).Select(line => $"  {line}"),
        ];
    }

    private static IEnumerable<string> OfCluster(RayCluster cluster)
    {
        if (cluster.Spec?.ManagedBy is { } manager and not ClusterManager.Operator)
        {
            yield return $"spec.managedBy leaves it to {manager}, which is not here";
        }
        else if (cluster.Status is null)
        {
            yield return "the operator has not looked at it yet";
        }

        foreach (var condition in (cluster.Status?.Conditions ?? []).Where(condition =>
            s_bad.Contains(condition.Type) ? condition.Status == "True" : s_good.Contains(condition.Type) && condition.Status != "True"))
        {
            yield return $"condition {condition.Type}={condition.Status}{Because(condition.Reason, condition.Message)}";
        }
    }

    private static IEnumerable<string> OfPod(V1Pod pod)
    {
        var view = PodView.Of(pod);
        if (view.Phase == PodView.Running)
        {
            yield break;
        }

        var reasons = (pod.Status?.Conditions ?? []).Where(condition => condition.Status == "False" && condition.Message is not null)
            .Select(condition => Because(condition.Reason, condition.Message));
        yield return $"pod {view.Name} ({view.Group}) {view.Phase}{string.Concat(reasons)}{AdviceFor(pod)}";
    }

    private static string Because(params string?[] words) => string.Concat(words.Where(word => !string.IsNullOrEmpty(word)).Select(word => $": {word}"));

    private static string AdviceFor(V1Pod pod)
    {
        if (!string.IsNullOrEmpty(pod.Spec?.NodeName))
        {
            return "";
        }

        if (pod.Spec?.SchedulerName is { } scheduler and not "default-scheduler")
        {
            return $"; it waits for the scheduler {scheduler}, which is not here";
        }

        return pod.Spec?.NodeSelector is { Count: > 0 } selector
            ? $"; it asks for a node with certain labels, so give one to a node: kubectl label node simulated-node-0 {string.Join(' ', selector.Select(label => $"{label.Key}={label.Value}"))}"
            : "";
    }

    private static IEnumerable<string> OfEvents(RayCluster cluster, IReadOnlyList<V1Pod> pods, IReadOnlyList<Eventsv1Event> events)
    {
        HashSet<string?> concerned = [cluster.Metadata.Uid, .. pods.Select(PodFacts.UidOf)];
        return events.Where(item => item.Type == "Warning" && concerned.Contains(item.Regarding?.Uid))
            .Select(item => $"event {item.Reason}: {item.Note}").Distinct().TakeLast(MostEvents);
    }
}
