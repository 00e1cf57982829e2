using Ray.Operator.RayClusters.Desired;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>
/// A cluster that keeps state in Redis gets its finalizer before anything else is made for it: otherwise it could be deleted and leave its
/// keys behind.
/// </summary>
internal static class FinalizerRule
{
    public static void Apply(PlanDraft draft)
    {
        var snapshot = draft.Snapshot;
        if (!snapshot.HasFinalizer && RedisCleanupJob.IsWanted(snapshot.Cluster, snapshot.Settings))
        {
            draft.Add(new SetFinalizer(IsWanted: true, Warning: null, "the cluster keeps state in Redis"));
            draft.StopFor("the finalizer to be stored", snapshot.Now);
        }
    }
}
