using Ray.Api;
using Ray.Operator.RayClusters.Desired;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>The headless service of replicas that span hosts, and the service for Ray Serve.</summary>
internal static class OtherServicesRule
{
    public static void Apply(PlanDraft draft)
    {
        var snapshot = draft.Snapshot;
        KeptObjects.Keep(draft, HeadlessWorkerService.Build(snapshot.Cluster), RayEventReasons.FailedToCreateService);
        KeptObjects.Keep(draft, ServeService.Build(snapshot.Cluster, snapshot.Settings), RayEventReasons.FailedToCreateService);
    }
}
