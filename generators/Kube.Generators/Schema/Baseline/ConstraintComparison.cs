using Kube.Generators.Json;
using Kube.Generators.Schema.Paths;

namespace Kube.Generators.Schema.Baseline;

/// <summary>Finds what one schema refuses that an older one took, and what the server does otherwise with the same value.</summary>
internal static class ConstraintComparison
{
    private static readonly string[] s_lowerLengths = ["minLength", "minItems", "minProperties"];
    private static readonly string[] s_upperLengths = ["maxLength", "maxItems", "maxProperties"];
    private static readonly string[] s_exact = [Keywords.Pattern, Keywords.Format, "multipleOf", "allOf", "anyOf", "oneOf", "not"];

    public static IEnumerable<Change> Compare(JsonObject old, JsonObject now, SchemaPath path) =>
        Reasons(old, now).Select(reason => Change.At(path, reason))
            .Concat(Surprises(old, now).Select(reason => Change.At(path, reason) with { IsBreaking = false }));

    private static IEnumerable<string> Reasons(JsonObject old, JsonObject now) =>
        Values(old, now).Concat(Bounds(old, now)).Concat(Exact(old, now)).Concat(Merging(old, now)).Concat(Null(old, now));

    private static IEnumerable<string> Values(JsonObject old, JsonObject now)
    {
        if (now[Keywords.Enum] is not JsonArray { Items: var allowed })
        {
            yield break;
        }

        if (old[Keywords.Enum] is not JsonArray { Items: var before })
        {
            yield return $"it took any value, and takes only {JsonPrinter.Print(now[Keywords.Enum]!)} now";
            yield break;
        }

        foreach (var value in before.Except(allowed))
        {
            yield return $"the value {JsonPrinter.Print(value)} was removed";
        }
    }

    private static IEnumerable<string> Bounds(JsonObject old, JsonObject now)
    {
        if (IsTighter(old, now, Keywords.Minimum, Keywords.ExclusiveMinimum, 1))
        {
            yield return Tightened(old, now, Keywords.Minimum);
        }

        if (IsTighter(old, now, Keywords.Maximum, Keywords.ExclusiveMaximum, -1))
        {
            yield return Tightened(old, now, Keywords.Maximum);
        }

        foreach (var keyword in s_lowerLengths.Where(k => (now.Number(k) ?? 0) > (old.Number(k) ?? 0)))
        {
            yield return Tightened(old, now, keyword);
        }

        foreach (var keyword in s_upperLengths.Where(k => now.Number(k) is { } limit && !(old.Number(k) <= limit)))
        {
            yield return Tightened(old, now, keyword);
        }
    }

    /// <summary>Whether a bound moved inwards; the sign says where inwards is.</summary>
    private static bool IsTighter(JsonObject old, JsonObject now, string bound, string exclusive, int sign)
    {
        if (now.Number(bound) is not { } limit)
        {
            return false;
        }

        var moved = old.Number(bound) is { } before ? limit.CompareTo(before) * sign : 1;
        return moved > 0 || (moved == 0 && now.Is(exclusive) && !old.Is(exclusive));
    }

    private static string Tightened(JsonObject old, JsonObject now, string keyword)
    {
        var (before, after) = (old[keyword], JsonPrinter.Print(now[keyword]!));
        return before is null ? $"it has a {keyword} of {after} now" : $"its {keyword} was {JsonPrinter.Print(before)} and is tighter now: {after}";
    }

    private static IEnumerable<string> Exact(JsonObject old, JsonObject now) =>
        from keyword in s_exact
        where now[keyword] is not null && !Equals(now[keyword], old[keyword])
        let before = old[keyword] is { } value ? JsonPrinter.Print(value) : "nothing"
        select $"its {keyword} was {before} and is {JsonPrinter.Print(now[keyword]!)}";

    private static IEnumerable<string> Merging(JsonObject old, JsonObject now)
    {
        if (old.TypeName() == "array" && Topology(old) != Topology(now))
        {
            yield return $"the list was {Topology(old)} and is {Topology(now)}: server-side apply merges it otherwise";
        }

        var (before, after) = (old.Text(Keywords.MapType) ?? "granular", now.Text(Keywords.MapType) ?? "granular");
        if (before != after)
        {
            yield return $"the object was {before} and is {after}: server-side apply merges it otherwise";
        }
    }

    private static string Topology(JsonObject schema)
    {
        var kind = schema.Text(Keywords.ListType) ?? "atomic";
        return kind == "map" ? $"a map by {string.Join(", ", schema.Texts(Keywords.ListMapKeys))}" : kind == "set" ? "a set" : "atomic";
    }

    private static IEnumerable<string> Null(JsonObject old, JsonObject now)
    {
        if (old.Is(Keywords.Nullable) && !now.Is(Keywords.Nullable))
        {
            yield return "null was a value, and is none now";
        }
    }

    private static IEnumerable<string> Surprises(JsonObject old, JsonObject now)
    {
        if (old[Keywords.Default] is { } before && !Equals(before, now[Keywords.Default]))
        {
            yield return now[Keywords.Default] is { } after
                ? $"its default was {JsonPrinter.Print(before)} and is {JsonPrinter.Print(after)}"
                : $"its default {JsonPrinter.Print(before)} was removed";
        }

        var known = new HashSet<string>(Rules(old), StringComparer.Ordinal);
        foreach (var rule in Rules(now).Where(r => !known.Contains(r)))
        {
            yield return $"the rule '{rule}' is new; objects that break it can no longer be written";
        }
    }

    private static IEnumerable<string> Rules(JsonObject schema) =>
        schema[Keywords.Validations] is JsonArray rules ? rules.Items.OfType<JsonObject>().Select(r => r.Text("rule") ?? "") : [];
}
