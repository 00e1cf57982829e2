using k8s.Models;
using Ray.Api;
using Ray.Operator.RayClusters.Desired;
using Ray.Operator.RayClusters.Desired.Features;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>
/// The autoscaler needs a service account. One that the head template names must exist already: it is the user's, and nothing is made
/// before it does.
/// </summary>
internal static class AutoscalerAccountRule
{
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromSeconds(10);

    public static void Apply(PlanDraft draft)
    {
        var snapshot = draft.Snapshot;
        KeptObjects.CreateOnce(draft, AutoscalerServiceAccount.Build(snapshot.Cluster));
        if (!Autoscaling.IsOn(snapshot.Cluster) || !AutoscalerServiceAccount.IsGiven(snapshot.Cluster))
        {
            return;
        }

        var name = AutoscalerServiceAccount.NameOf(snapshot.Cluster);
        if (!snapshot.Objects.Concat(snapshot.ForeignObjects).Any(o => o is V1ServiceAccount && o.Metadata.Name == name))
        {
            draft.Warn(new(
                RayEventReasons.AutoscalerServiceAccountNotFound,
                "Validate",
                $"Failed to reconcile RayCluster {snapshot.Key}. The service account {name} that spec.headGroupSpec.template names does not "
                + "exist; create it, or remove serviceAccountName"));
            draft.StopFor($"the service account {name}", snapshot.Now + s_lookAgain);
        }
    }
}
