using k8s.Models;
using Ray.Api;
using Ray.Operator.RayClusters.Desired;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>A cluster without a head gets one. A terminating head counts until it is gone; workers do not wait for the head.</summary>
internal static class HeadMissingRule
{
    public static void Apply(PlanDraft draft)
    {
        var snapshot = draft.Snapshot;
        if (snapshot.IsStale(RayLabels.HeadGroupName) || draft.Heads.Any(h => HoldsPlace(draft, h)))
        {
            return;
        }

        draft.Add(new CreatePod(HeadPod.Build(snapshot.Cluster, snapshot.Settings), RayLabels.HeadGroupName, "the cluster has no head"));
    }

    /// <summary>Whether a head, though on its way out, may still serve: a second one would split the cluster.</summary>
    private static bool HoldsPlace(PlanDraft draft, V1Pod head) =>
        !(draft.IsDeleted(head) && PodFacts.IsFinished(head) && PodFacts.GoesAtOnce(head));
}
