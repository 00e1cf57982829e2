using Ray.Operator.RayClusters.Validation;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>
/// A spec that breaks a validation rule stops everything: running pods stay as they are. What is only odd is told and stops nothing.
/// </summary>
internal static class ValidSpecRule
{
    public static void Apply(PlanDraft draft)
    {
        var result = ClusterValidator.Validate(draft.Snapshot.Cluster, draft.Snapshot.Settings);
        foreach (var warning in result.Warnings)
        {
            var about = warning.Kind == ProblemKind.Status ? "The RayCluster status is invalid" : "RayCluster spec warning";
            draft.Warn(new(warning.Reason, "Validate", $"{about} {draft.Snapshot.Key}: {warning}"));
        }

        if (!result.IsValid)
        {
            draft.Reject(result.Errors);
        }
    }
}
