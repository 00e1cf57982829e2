using System.Text.RegularExpressions;
using Ray.Api;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>Group names tell pods apart: each is set, unique, not the head's, and fit to be a label value and part of a pod name.</summary>
internal static partial class GroupNamesRule
{
    public static IEnumerable<SpecProblem> Check(ClusterContext cluster)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, group) in cluster.WorkerGroups.Select(group => (group.Path, group.Worker!)))
        {
            var field = $"{path}.groupName";
            var name = group.GroupName ?? "";
            if (name.Length == 0)
            {
                yield return new(ProblemKind.Spec, field, "is missing", "name the group");
            }
            else if (name == RayLabels.HeadGroupName)
            {
                yield return new(ProblemKind.Spec, field, $"'{name}' is the name of the head's own group", "choose another name");
            }
            else if (!seen.TryAdd(name, path))
            {
                yield return new(ProblemKind.Spec, field, $"'{name}' is the name of {seen[name]} too",
                    "give every group its own name");
            }
            else if (!PodNamePart().IsMatch(name))
            {
                yield return new(
                    ProblemKind.Spec, field, $"'{name}' cannot be part of a pod name",
                    "use at most 63 letters, digits, '-' and '.', begin and end with a letter or digit");
            }
        }
    }

    [GeneratedRegex("^(?=.{1,63}$)[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*\\z")]
    private static partial Regex PodNamePart();
}
