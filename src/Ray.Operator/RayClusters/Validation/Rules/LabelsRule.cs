namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>
/// Ray node labels are set through the group's <c>labels</c> alone, and become pod labels: their syntax is that of Kubernetes.
/// </summary>
internal static class LabelsRule
{
    private const string LabelsParameter = "labels";

    public static IEnumerable<SpecProblem> Check(GroupContext group)
    {
        if (group.RayStartParams?.ContainsKey(LabelsParameter) == true)
        {
            yield return group.Problem("rayStartParams[labels]", "is not allowed", $"move the labels to {group.Path}.labels");
        }

        foreach (var (key, value) in (group.Labels ?? new Dictionary<string, string>()).OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            if (!KubernetesNames.IsLabelKey(key))
            {
                yield return group.Problem(
                    $"labels[{key}]", "is not a label key",
                    "use [prefix/]name: the prefix a DNS subdomain, the name at most 63 letters, digits, '-', '_', '.'");
            }

            if (!KubernetesNames.IsLabelValue(value ?? ""))
            {
                yield return group.Problem(
                    $"labels[{key}]", $"'{value}' is not a label value",
                    "use at most 63 letters, digits, '-', '_', '.', begin and end with a letter or digit");
            }
        }
    }
}
