using Ray.Api;
using Ray.Operator.RayClusters.Desired;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>The Ingress to the dashboard. Switched off later, it stays, as KubeRay's does: somebody may rely on its address.</summary>
internal static class IngressRule
{
    public static void Apply(PlanDraft draft) => KeptObjects.Keep(
        draft, DashboardIngress.Build(draft.Snapshot.Cluster, draft.Snapshot.Settings), RayEventReasons.FailedToCreateIngress);
}
