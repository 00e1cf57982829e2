using Ray.Operator.RayClusters.Desired.Sidecars;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>Containers that the operator adds have their names for themselves: the API server refuses a pod with one name twice.</summary>
internal static class ContainerNamesRule
{
    public static IEnumerable<SpecProblem> Check(GroupContext group)
    {
        var added = AddedTo(group).ToHashSet(StringComparer.Ordinal);
        return group.Containers
            .Where(item => item.Container.Name is { } name && added.Contains(name))
            .Select(item => ClusterContext.Problem(
                $"{item.Path}.name", $"'{item.Container.Name}' is the name of a container that the operator adds", "choose another name"));
    }

    private static IEnumerable<string> AddedTo(GroupContext group)
    {
        var settings = group.Cluster.Settings;
        if (group.Worker is not null)
        {
            return settings.WorkerSidecarContainers.Select(container => container.Name);
        }

        var sidecars = settings.HeadSidecarContainers.Select(container => container.Name);
        return group.Cluster.IsAutoscaled ? sidecars.Append(AutoscalerSidecar.Name) : sidecars;
    }
}
