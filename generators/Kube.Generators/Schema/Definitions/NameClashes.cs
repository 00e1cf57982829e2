using Kube.Generators.Diagnostics;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Definitions;

/// <summary>
/// Names that two kinds of a group claim: the server gives them to the first and never establishes the second. Plural, singular and short
/// names are of one sort, kinds and kinds of lists of another.
/// </summary>
internal static class NameClashes
{
    public static IEnumerable<Problem> Find(IEnumerable<IReadOnlyList<VersionSchema>> definitions)
    {
        foreach (var group in definitions.GroupBy(d => d[0].Identity.Group, StringComparer.Ordinal))
        {
            var owners = new Dictionary<string, VersionSchema>(StringComparer.Ordinal);
            foreach (var definition in group)
            {
                foreach (var name in NamesOf(definition[0].Identity).Distinct(StringComparer.Ordinal))
                {
                    if (!owners.TryGetValue(name, out var owner))
                    {
                        owners.Add(name, definition[0]);
                        continue;
                    }

                    foreach (var version in definition)
                    {
                        yield return Problem.Of(
                            DiagnosticIds.NameClash, version.Class.FullName, version.Class.Name, owner.Class.Name, name.Substring(1), group.Key);
                    }
                }
            }
        }
    }

    /// <summary>Names with a first letter that tells the sorts apart.</summary>
    private static IEnumerable<string> NamesOf(IdentityModel identity) =>
        new[] { identity.Plural, identity.Singular }.Concat(identity.ShortNames).Select(n => "r" + n)
            .Concat(["k" + identity.Kind, $"k{identity.Kind}List"]);
}
