using Kube.Generators.Json;
using Kube.Generators.Schema;

namespace Kube.CrdWriter.Reference;

/// <summary>What the API server demands of a value and does to it, in words.</summary>
internal static class Limits
{
    private static readonly string[] s_combinations = [Keywords.AllOf, Keywords.AnyOf, Keywords.OneOf, Keywords.Not];

    /// <summary>All that holds for a value, its items or values included, but not what is told where its own fields are.</summary>
    public static IEnumerable<string> Of(JsonObject schema) =>
    [
        .. Value(schema),
        .. FieldType.HasTable(schema) ? [] : Rules(schema),
        .. Each(schema, Keywords.Items, "each item"),
        .. Each(schema, Keywords.AdditionalProperties, "each value"),
    ];

    /// <summary>The rules in CEL, and combinations of schemas.</summary>
    public static IEnumerable<string> Rules(JsonObject schema)
    {
        foreach (var rule in schema[Keywords.Validations] is JsonArray rules ? rules.Items.OfType<JsonObject>() : [])
        {
            var message = rule.Text("message") is { } text ? ": " + Markdown.Prose(text)
                : rule.Text("messageExpression") is { } expression ? ": " + Markdown.Code(expression)
                : "";
            yield return $"{Markdown.Code(rule.Text("rule") ?? "")}{message}";
        }

        foreach (var keyword in s_combinations)
        {
            if (schema[keyword] is { } combination)
            {
                yield return $"{keyword}: {Markdown.Code(JsonPrinter.Print(combination))}";
            }
        }
    }

    /// <summary>A value as users write it in YAML, quoted where that would not show it.</summary>
    public static string Text(JsonValue value) =>
        Markdown.Code(value is JsonString { Value: { Length: > 0 } text } && !text.Any(char.IsControl) ? text : JsonPrinter.Print(value));

    private static IEnumerable<string> Value(JsonObject schema)
    {
        List<string?> all =
        [
            schema[Keywords.Default] is { } given ? $"default {Text(given)}" : null,
            schema[Keywords.Enum] is JsonArray values ? $"one of {string.Join(", ", values.Items.Select(Text))}" : null,
            Bounds(schema),
            Count(schema, "Length", "character", "characters"),
            Count(schema, "Items", "item", "items"),
            Count(schema, "Properties", "entry", "entries"),
            schema[Keywords.MultipleOf] is JsonNumber { Text: var factor } ? $"a multiple of {factor}" : null,
            schema.Text(Keywords.Pattern) is { } pattern && !FieldType.IsQuantity(schema) ? $"matches {Markdown.Code(pattern)}" : null,
            schema.Text(Keywords.ListType) switch
            {
                "map" => $"no two items with the same {Markdown.Codes(schema.Texts(Keywords.ListMapKeys))}",
                "set" => "no item twice",
                _ => null,
            },
            schema.Text(Keywords.MapType) == "atomic" ? "replaced as a whole" : null,
            schema.Is(Keywords.Nullable) ? "may be null" : null,
            schema.Is(Keywords.PreserveUnknownFields) && schema[Keywords.Properties] is not null ? "may have other fields too" : null,
            schema[Keywords.Example] is { } example ? $"for example {Text(example)}" : null,
        ];
        return all.OfType<string>();
    }

    private static IEnumerable<string> Each(JsonObject schema, string keyword, string which) =>
        schema[keyword] is JsonObject element && KubernetesType.Find(element) is null
            ? Of(element).Select(limit => $"{which}: {limit}")
            : [];

    private static string? Bounds(JsonObject schema)
    {
        var (least, most) = (schema[Keywords.Minimum] as JsonNumber, schema[Keywords.Maximum] as JsonNumber);
        var (above, below) = (schema.Is(Keywords.ExclusiveMinimum), schema.Is(Keywords.ExclusiveMaximum));
        return (least, most) switch
        {
            (null, null) => null,
            ({ } from, { } to) when !above && !below => $"{from.Text} to {to.Text}",
            _ => string.Join(
                ", ",
                new[]
                {
                    least is null ? null : $"{(above ? "more than" : "at least")} {least.Text}",
                    most is null ? null : $"{(below ? "less than" : "at most")} {most.Text}",
                }.OfType<string>()),
        };
    }

    /// <summary>How long a text, list or map may be; <c>minLength</c> and <c>maxLength</c>, for instance.</summary>
    private static string? Count(JsonObject schema, string what, string one, string many) =>
        ((schema["min" + what] as JsonNumber)?.Text, (schema["max" + what] as JsonNumber)?.Text) switch
        {
            (null or "0", null) => null,
            (null or "0", { } most) => $"at most {most} {(most == "1" ? one : many)}",
            ({ } least, null) => $"at least {least} {(least == "1" ? one : many)}",
            ({ } least, { } most) when least == most => $"exactly {least} {(least == "1" ? one : many)}",
            ({ } least, { } most) => $"{least} to {most} {many}",
        };
}
