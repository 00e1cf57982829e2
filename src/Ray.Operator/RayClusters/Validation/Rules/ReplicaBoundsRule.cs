namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>
/// Replica counts are not negative, and the bounds are in order. A count outside the bounds is allowed: it is moved to the nearer one.
/// </summary>
internal static class ReplicaBoundsRule
{
    public static IEnumerable<SpecProblem> Check(GroupContext group)
    {
        if (group.Worker is not { } worker)
        {
            yield break;
        }

        if (!group.Cluster.IsAutoscaled && (worker.MinReplicas is null || worker.MaxReplicas is null))
        {
            yield return group.Problem(
                worker.MinReplicas is null ? "minReplicas" : "maxReplicas", "is missing", "set both bounds, or enable in-tree autoscaling");
        }

        foreach (var (field, value, least) in new[]
        {
            ("replicas", worker.Replicas, 0),
            ("minReplicas", worker.MinReplicas, 0),
            ("maxReplicas", worker.MaxReplicas, 0),
            ("numOfHosts", worker.NumOfHosts, 1),
        })
        {
            if (value < least)
            {
                yield return group.Problem(field, $"is {value}", $"use {least} or more");
            }
        }

        if (worker.MinReplicas > worker.MaxReplicas)
        {
            yield return group.Problem(
                "minReplicas", $"{worker.MinReplicas} is above maxReplicas {worker.MaxReplicas}", "lower minReplicas or raise maxReplicas");
        }
    }
}
