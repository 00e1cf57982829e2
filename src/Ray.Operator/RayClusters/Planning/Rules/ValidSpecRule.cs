using Ray.Operator.RayClusters.Validation;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>A spec that breaks a validation rule stops everything: running pods stay as they are.</summary>
internal static class ValidSpecRule
{
    public static void Apply(PlanDraft draft)
    {
        var problems = ClusterValidator.Validate(draft.Snapshot.Cluster);
        if (!problems.IsEmpty)
        {
            draft.Reject(problems);
        }
    }
}
