using Ray.Api;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>The label that asks for all pods at once has no effect: this operator makes no groups of pods.</summary>
internal static class GangSchedulingWarning
{
    public static IEnumerable<SpecProblem> Check(ClusterContext context)
    {
        if (context.Label(RayLabels.GangSchedulingEnabled) is not null)
        {
            yield return ClusterContext.Problem(
                $"metadata.labels[{RayLabels.GangSchedulingEnabled}]",
                "has no effect: pods are handed to the scheduler one by one",
                "remove the label");
        }
    }
}
