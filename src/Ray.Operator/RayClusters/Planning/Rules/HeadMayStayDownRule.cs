using Ray.Api;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>
/// With the annotation <c>ray.io/disable-provisioned-head-restart: "true"</c> a cluster that was ready once gets no new head: nothing more
/// is
/// done for it.
/// </summary>
internal static class HeadMayStayDownRule
{
    public static void Apply(PlanDraft draft)
    {
        var cluster = draft.Snapshot.Cluster;
        var annotations = cluster.Metadata.Annotations;
        if (annotations is null
            || !annotations.TryGetValue(RayAnnotations.DisableProvisionedHeadRestart, out var value)
            || value != "true"
            || draft.Snapshot.IsStale(RayLabels.HeadGroupName)
            || draft.Heads.Any(h => !draft.IsDeleted(h)))
        {
            return;
        }

        if (draft.Snapshot.HasCondition(RayConditionTypes.RayClusterProvisioned))
        {
            draft.SettlePods();
        }
    }
}
