using Kube.Generators.Json;
using Kube.Generators.Schema.Paths;

namespace Kube.Generators.Schema.Baseline;

/// <summary>Finds what a definition takes away from a released one of the same kind.</summary>
internal static class DefinitionComparison
{
    public static IEnumerable<Change> Compare(JsonObject released, JsonObject present)
    {
        var (old, now) = (released.Object("spec"), present.Object("spec"));
        return Names(old, now).Concat(Versions(old, now));
    }

    private static IEnumerable<Change> Names(JsonObject old, JsonObject now)
    {
        (string Path, string? Before, string? After)[] names =
        [
            ("group", old.Text("group"), now.Text("group")),
            ("scope", old.Text("scope"), now.Text("scope")),
            ("names.kind", old.Object("names").Text("kind"), now.Object("names").Text("kind")),
            ("names.plural", old.Object("names").Text("plural"), now.Object("names").Text("plural")),
        ];
        return names.Where(n => n.Before != n.After).Select(n => new Change(n.Path, $"it was {n.Before} and is {n.After}"));
    }

    private static IEnumerable<Change> Versions(JsonObject old, JsonObject now)
    {
        var present = ByName(now);
        foreach (var before in ByName(old).Select(v => v.Value))
        {
            var name = before.Text("name") ?? "";
            if (!present.TryGetValue(name, out var after))
            {
                if (before.Is("served") || before.Is("storage"))
                {
                    yield return new Change($"versions.{name}", before.Is("storage") ? "the version is gone, and objects are stored in it" : "the version is gone");
                }

                continue;
            }

            foreach (var change in Version(before, after, name))
            {
                yield return change with { Version = name };
            }
        }
    }

    private static IEnumerable<Change> Version(JsonObject before, JsonObject after, string name)
    {
        if (before.Is("served") && !after.Is("served"))
        {
            yield return new Change($"versions.{name}", "the version is no longer served");
        }

        foreach (var subresource in before.Object("subresources").Members.Select(m => m.Name)
            .Where(s => after.Object("subresources")[s] is null))
        {
            yield return new Change($"versions.{name}", $"the subresource {subresource} was removed");
        }

        foreach (var change in SchemaComparison.Compare(SchemaOf(before), SchemaOf(after), SchemaPath.Root))
        {
            yield return change;
        }
    }

    private static JsonObject SchemaOf(JsonObject version) => version.Object("schema").Object("openAPIV3Schema");

    private static SortedDictionary<string, JsonObject> ByName(JsonObject spec)
    {
        var versions = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var version in (spec["versions"] as JsonArray)?.Items.OfType<JsonObject>() ?? [])
        {
            versions[version.Text("name") ?? ""] = version;
        }

        return versions;
    }
}
