using k8s.Models;
using Ray.Api;
using Ray.Operator.RayClusters.Desired;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>Without its head service a cluster gets one, before any pod: workers find the head by its name.</summary>
internal static class HeadServiceMissingRule
{
    /// <summary>How often a service of another owner is looked at: nobody tells this cluster when it goes.</summary>
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromSeconds(10);

    public static void Apply(PlanDraft draft)
    {
        var snapshot = draft.Snapshot;
        var name = HeadService.NameOf(snapshot.Cluster);
        if (snapshot.Unseen.Any(e => e.Group == Expectation.HeadServiceGroup && e.Name == name)
            || snapshot.HeadServices.Any(s => s.Metadata.Name == name && s.Metadata.DeletionTimestamp is null))
        {
            return;
        }

        if (snapshot.ForeignHeadService is { } foreign)
        {
            // Usually what a deleted cluster of the same name left behind: the garbage collector is about to remove it.
            draft.Warn(new(
                RayEventReasons.FailedToCreateService,
                "Create",
                $"Service {snapshot.Key.Namespace}/{name} belongs to {OwnerOf(foreign)}; waiting until it is gone"));
            draft.StopFor($"service {name} of another owner to go", snapshot.Now + s_lookAgain);
            return;
        }

        draft.Add(new ApplyObject(HeadServiceDriftRule.Desired(snapshot), Observed: null, "the cluster has no head service"));
    }

    private static string OwnerOf(V1Service service) =>
        service.Metadata.OwnerReferences?.FirstOrDefault(o => o.Controller == true) is { } owner
            ? $"{owner.Kind} {owner.Name} ({owner.Uid})" : "nobody";
}
