namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>Ray's logical resources are said in one place: the group's <c>resources</c>, or the parameters of <c>ray start</c>.</summary>
internal static class ResourcesRule
{
    private static readonly string[] s_resourceParameters = ["num-cpus", "num-gpus", "memory", "resources"];

    public static IEnumerable<SpecProblem> Check(GroupContext group)
    {
        if (group.Resources is not { Count: > 0 } || group.RayStartParams is not { } parameters)
        {
            yield break;
        }

        foreach (var name in s_resourceParameters)
        {
            if (parameters.TryGetValue(name, out var value) && !string.IsNullOrEmpty(value))
            {
                yield return group.Problem(
                    $"rayStartParams[{name}]", $"says the same as {group.Path}.resources", "keep one of the two");
            }
        }
    }
}
