namespace Ray.Operator.Commands.Local.Views;

/// <summary>Tells in lines what changed between two looks, for logs and other places without a terminal. Pure.</summary>
internal static class ViewChanges
{
    /// <summary>One line for each change, without a time.</summary>
    public static IEnumerable<string> Between(IReadOnlyList<ClusterView> before, IReadOnlyList<ClusterView> after)
    {
        foreach (var cluster in after)
        {
            foreach (var change in Between(before.FirstOrDefault(view => view.Key == cluster.Key), cluster))
            {
                yield return $"{cluster.Key}: {change}";
            }
        }

        foreach (var gone in before.Where(cluster => after.All(view => view.Key != cluster.Key)))
        {
            yield return $"{gone.Key}: gone";
        }
    }

    private static IEnumerable<string> Between(ClusterView? before, ClusterView after)
    {
        if (before is null || before.Exists != after.Exists)
        {
            yield return after.Exists ? "created" : "deleted";
        }

        foreach (var pod in after.Pods.Where(pod => before?.Pods.Contains(pod) != true))
        {
            yield return $"pod {pod.Name} ({pod.Group}) {pod.Phase}{(pod.Node.Length == 0 ? "" : $" on {pod.Node}")}";
        }

        foreach (var pod in (before?.Pods ?? []).Where(pod => after.Pods.All(other => other.Name != pod.Name)))
        {
            yield return $"pod {pod.Name} ({pod.Group}) gone";
        }

        var groups = Summary(after);
        if (after.Exists && groups != (before is null ? "" : Summary(before)))
        {
            yield return $"{groups} ready";
        }

        if (after.Exists && after.State != (before?.State ?? ""))
        {
            yield return $"state {(after.State.Length == 0 ? "-" : after.State)}";
        }
    }

    private static string Summary(ClusterView cluster) => string.Join(", ", cluster.Groups.Select(group => group.Summary));
}
