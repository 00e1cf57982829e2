using System.Text.RegularExpressions;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>
/// Ray node labels are set through the group's <c>labels</c> alone, and become pod labels: their syntax is that of Kubernetes.
/// </summary>
internal static partial class LabelsRule
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
            if (!IsQualifiedName(key))
            {
                yield return group.Problem(
                    $"labels[{key}]", "is not a label key",
                    "use [prefix/]name: the prefix a DNS subdomain, the name at most 63 letters, digits, '-', '_', '.'");
            }

            if (!LabelValue().IsMatch(value ?? ""))
            {
                yield return group.Problem(
                    $"labels[{key}]", $"'{value}' is not a label value",
                    "use at most 63 letters, digits, '-', '_', '.', begin and end with a letter or digit");
            }
        }
    }

    private static bool IsQualifiedName(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        var name = key[(slash + 1)..];
        return (slash < 0 || (slash <= 253 && Subdomain().IsMatch(key[..slash]))) && name.Length > 0 && LabelValue().IsMatch(name);
    }

    [GeneratedRegex("^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?\\z")]
    private static partial Regex LabelValue();

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\z")]
    private static partial Regex Subdomain();
}
