using System.Globalization;
using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>
/// A cluster that is being deleted and keeps state in Redis: its pods go, a job clears Redis once no head can write to it any more, then
/// the finalizer goes, whether the job succeeded or not, and in any case when the time for it is over. All other objects go with the
/// cluster by their owner references. Comes before validation: a spec that is not valid keeps nobody from deleting the cluster.
/// </summary>
internal static class DeletionRule
{
    private const int DefaultTimeoutSeconds = 300;

    public static void Apply(PlanDraft draft)
    {
        var snapshot = draft.Snapshot;
        if (snapshot.Cluster.Metadata.DeletionTimestamp is not { } since)
        {
            return;
        }

        draft.Finish();
        if (snapshot.HasFinalizer)
        {
            var start = new DateTimeOffset(DateTime.SpecifyKind(since, DateTimeKind.Utc));
            LetGo(draft, start, start + TimeoutOf(snapshot.Cluster));
        }
    }

    /// <summary>How long a cluster waits for Redis to be cleared: the annotation's seconds, else five minutes.</summary>
    public static TimeSpan TimeoutOf(RayCluster cluster) => TimeSpan.FromSeconds(
        cluster.Metadata.Annotations?.TryGetValue(RayAnnotations.FaultToleranceDeletionTimeout, out var text) == true
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? seconds : DefaultTimeoutSeconds);

    private static void LetGo(PlanDraft draft, DateTimeOffset start, DateTimeOffset deadline)
    {
        var snapshot = draft.Snapshot;
        if (!RedisCleanupJob.IsWanted(snapshot.Cluster, snapshot.Settings) || !HasHeadContainer(snapshot.Cluster))
        {
            draft.Add(new SetFinalizer(IsWanted: false, Warning: null, "nothing is to be cleared in Redis"));
            return;
        }

        if (snapshot.Now >= deadline)
        {
            var seconds = (snapshot.Now - start).TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            draft.Add(new SetFinalizer(
                IsWanted: false,
                $"Force-removed GCS FT finalizer after {seconds} s due to Redis cleanup timeout; keys of the cluster may be left in Redis",
                "the time to clear Redis is over"));
            return;
        }

        DeletePods(draft);
        if (draft.Heads.Any() || snapshot.IsStale(RayLabels.HeadGroupName) || !snapshot.UnreadablePods.IsEmpty)
        {
            draft.WaitFor("the head to be gone", deadline);
            return;
        }

        ClearRedis(draft, deadline);
    }

    private static void DeletePods(PlanDraft draft)
    {
        foreach (var pod in draft.Heads.Concat(draft.Snapshot.Workers).Where(p => !draft.IsGoing(p)))
        {
            draft.Delete(pod, DeletionCause.ClusterDeleted, "the cluster is being deleted");
        }
    }

    private static void ClearRedis(PlanDraft draft, DateTimeOffset deadline)
    {
        var snapshot = draft.Snapshot;
        if (snapshot.Objects.OfType<V1Job>().FirstOrDefault() is not { } job)
        {
            KeptObjects.CreateOnce(draft, RedisCleanupJob.Build(snapshot.Cluster, snapshot.Settings));
            draft.WaitFor("the Redis clean-up job to be made", deadline);
        }
        else if (EndOf(job) is { } end)
        {
            draft.Add(new SetFinalizer(IsWanted: false, Warning: null, $"the Redis clean-up job is {end}"));
        }
        else
        {
            draft.WaitFor("the Redis clean-up job to end", deadline);
        }
    }

    private static string? EndOf(V1Job job) =>
        job.Status?.Conditions?.FirstOrDefault(c => c is { Type: "Complete" or "Failed" or "FailureTarget", Status: "True" })?.Type;

    private static bool HasHeadContainer(RayCluster cluster) =>
        cluster.Spec?.HeadGroupSpec?.Template?.Spec?.Containers is { Count: > 0 };
}
