using Ray.Api;
using Ray.Operator.RayClusters.Desired;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>The autoscaler's role and its binding are there and say what this version of the operator means by them.</summary>
internal static class AutoscalerAccessRule
{
    public static void Apply(PlanDraft draft)
    {
        var cluster = draft.Snapshot.Cluster;
        KeptObjects.Keep(draft, AutoscalerRole.Build(cluster), RayEventReasons.FailedToCreateRole);
        KeptObjects.Keep(draft, AutoscalerRoleBinding.Build(cluster), RayEventReasons.FailedToCreateRoleBinding);
    }
}
