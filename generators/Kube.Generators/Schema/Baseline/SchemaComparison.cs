using Kube.Generators.Json;
using Kube.Generators.Schema.Paths;

namespace Kube.Generators.Schema.Baseline;

/// <summary>Finds what a new schema takes away from an old one. What it adds or loosens is no change here.</summary>
internal static class SchemaComparison
{
    /// <summary>The changes between two schemas of one place, and below it.</summary>
    public static IEnumerable<Change> Compare(JsonObject old, JsonObject now, SchemaPath path)
    {
        if (TypeOf(old) != TypeOf(now))
        {
            // What is below or beside a type means nothing for another one.
            return [Change.At(path, $"its type was {TypeOf(old)} and is {TypeOf(now)}")];
        }

        return UnknownFields(old, now, path)
            .Concat(Properties(old, now, path))
            .Concat(Required(old, now, path))
            .Concat(Nested(old, now, Keywords.Items, path))
            .Concat(Nested(old, now, Keywords.AdditionalProperties, path))
            .Concat(ConstraintComparison.Compare(old, now, path));
    }

    private static string TypeOf(JsonObject schema) =>
        schema.Is(Keywords.IntOrString) ? "integer or string" : schema.TypeName() is { Length: > 0 } type ? type : "anything";

    private static IEnumerable<Change> UnknownFields(JsonObject old, JsonObject now, SchemaPath path)
    {
        if (old.Is(Keywords.PreserveUnknownFields) && !now.Is(Keywords.PreserveUnknownFields))
        {
            yield return Change.At(path, "it kept fields that the schema does not name, and drops them now");
        }

        if (old[Keywords.AdditionalProperties] is not null && now[Keywords.AdditionalProperties] is null
            && !now.Is(Keywords.PreserveUnknownFields))
        {
            yield return Change.At(path, "it was a map with any keys, and has fixed properties now");
        }
    }

    private static IEnumerable<Change> Properties(JsonObject old, JsonObject now, SchemaPath path)
    {
        var present = now.Object(Keywords.Properties);
        foreach (var (name, value) in old.Object(Keywords.Properties).Members.Select(m => (m.Name, m.Value)))
        {
            var changes = value is not JsonObject before ? []
                : present[name] is JsonObject after ? Compare(before, after, path.Then(name))
                : now[Keywords.AdditionalProperties] is JsonObject values ? Compare(before, values, path.Then(name))
                : [Change.At(path.Then(name), "it was removed")];
            foreach (var change in changes)
            {
                yield return change;
            }
        }
    }

    private static IEnumerable<Change> Required(JsonObject old, JsonObject now, SchemaPath path)
    {
        var before = new HashSet<string>(old.Texts(Keywords.Required), StringComparer.Ordinal);
        foreach (var name in now.Texts(Keywords.Required).Where(n => !before.Contains(n)))
        {
            // A default is filled in before the server looks for what is missing.
            if (now.Object(Keywords.Properties).Object(name)[Keywords.Default] is null)
            {
                var isNew = old.Object(Keywords.Properties)[name] is null;
                yield return Change.At(
                    path.Then(name), isNew ? "it is new, required, and has no default" : "it was optional, is required, and has no default");
            }
        }
    }

    private static IEnumerable<Change> Nested(JsonObject old, JsonObject now, string keyword, SchemaPath path) =>
        old[keyword] is JsonObject before && now[keyword] is JsonObject after ? Compare(before, after, path.Then(SchemaPath.Element)) : [];
}
