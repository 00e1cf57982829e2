using k8s.Models;
using Ray.Operator.RayClusters.Desired;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>A head service that is not what the spec says is mended.</summary>
internal static class HeadServiceDriftRule
{
    public static void Apply(PlanDraft draft)
    {
        var snapshot = draft.Snapshot;
        var name = HeadService.NameOf(snapshot.Cluster);
        var observed = snapshot.HeadServices.FirstOrDefault(s => s.Metadata.Name == name && s.Metadata.DeletionTimestamp is null);
        if (observed is null || snapshot.IsUnseen(observed))
        {
            return;
        }

        var desired = Desired(snapshot);
        if (!AppliedObject.IsInShape(observed, desired))
        {
            draft.Add(new ApplyObject(desired, observed, "the head service differs from the spec"));
        }
    }

    /// <summary>The head service wanted, with its hash.</summary>
    public static V1Service Desired(ClusterSnapshot snapshot) =>
        AppliedObject.WithHash(HeadService.Build(snapshot.Cluster, snapshot.Settings));
}
