using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KubernetesFacts.Go;

namespace KubernetesFacts.Merging;

/// <summary>
/// Reads how lists and maps merge from the schema that Kubernetes' Go client carries for server-side apply (structured-merge-diff). It is made
/// from the same types by other tools, so that it tells whether the facts were read rightly. Only what is not the default is kept: lists that
/// merge, with their keys (a set has none), and maps and objects that do not.
/// </summary>
internal static partial class TopologyReader
{
    private const string Self = "";

    /// <summary>By class: <c>field: "list a,b"</c>, <c>field: "set"</c> or <c>field: "atomic"</c>; an empty field is the object itself.</summary>
    public static JsonObject Read(string source)
    {
        var types = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var type in Split(source.ReplaceLineEndings("\n"), TypeName()))
        {
            if (ClassOf(type.Name) is not { } model)
            {
                continue;
            }

            var entries = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
            if (AtomicType().IsMatch(type.Body))
            {
                entries[Self] = "atomic";
            }

            foreach (var field in Split(type.Body, FieldName()))
            {
                if (Of(field.Body) is { } topology)
                {
                    entries[field.Name] = topology;
                }
            }

            if (entries.Count > 0)
            {
                types[model.Name] = new JsonObject(entries);
            }
        }

        return new JsonObject(types);
    }

    private static string? Of(string field) => Relationship().Match(field) switch
    {
        { Success: false } => null,
        var match when match.Groups["kind"].Value == "list" => match.Groups["relationship"].Value != "associative" ? null
            : Key().Matches(field) is { Count: > 0 } keys ? $"map {string.Join(',', keys.Select(k => k.Groups["key"].Value))}"
            : "set",
        var match => match.Groups["relationship"].Value == "atomic" ? "atomic" : null,
    };

    /// <summary><c>io.k8s.api.core.v1.Container</c>, or <c>io.k8s.apimachinery.pkg.apis.meta.v1.Condition</c>.</summary>
    private static Type? ClassOf(string name) =>
        name.Split('.') is [.., var group, var version, var type] && GoPackages.IsStable(version) ? Models.ClassOf(group, version, type) : null;

    private static IEnumerable<(string Name, string Body)> Split(string text, Regex start)
    {
        var matches = start.Matches(text);
        for (var i = 0; i < matches.Count; i++)
        {
            var end = i + 1 < matches.Count ? matches[i + 1].Index : text.Length;
            yield return (matches[i].Groups["name"].Value, text[(matches[i].Index + matches[i].Length)..end]);
        }
    }

    [GeneratedRegex(@"^- name: (?<name>\S+)\n", RegexOptions.Multiline)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^    - name: (?<name>\S+)\n", RegexOptions.Multiline)]
    private static partial Regex FieldName();

    [GeneratedRegex(@"^  map:\n(?:    .*\n)*?    elementRelationship: atomic\n", RegexOptions.Multiline)]
    private static partial Regex AtomicType();

    [GeneratedRegex(@"^        (?<kind>list|map):\n(?:          .*\n)*?          elementRelationship: (?<relationship>\w+)\n", RegexOptions.Multiline)]
    private static partial Regex Relationship();

    [GeneratedRegex(@"^          - (?<key>\S+)\n", RegexOptions.Multiline)]
    private static partial Regex Key();
}
