namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>A group's own idle time is not negative, and only version 2 of the autoscaler reads it.</summary>
internal static class IdleTimeoutRule
{
    public static IEnumerable<SpecProblem> Check(GroupContext group)
    {
        if (group.Worker?.IdleTimeoutSeconds is not { } seconds)
        {
            yield break;
        }

        if (seconds < 0)
        {
            yield return group.Problem("idleTimeoutSeconds", $"is {seconds}", "use 0 or more");
        }

        if (!group.Cluster.HasAutoscalerV2)
        {
            yield return group.Problem(
                "idleTimeoutSeconds", "needs autoscaler v2", "set spec.autoscalerOptions.version to v2, or remove the field");
        }
    }
}
