using Kube.Generators.Json;

namespace Kube.Generators.Schema.Rules;

/// <summary>Judges a literal value by a schema, as the API server would.</summary>
internal static class ValueCheck
{
    /// <summary>What is wrong with the value; null when it is valid.</summary>
    public static string? WhyInvalid(JsonValue value, JsonObject schema) => value switch
    {
        JsonNull => schema.Is(Keywords.Nullable) ? null : "null is no value here",
        _ when !HasType(value, schema) => $"it is not of type {TypeFor(schema)}",
        _ when schema[Keywords.Enum] is JsonArray allowed && !allowed.Items.Contains(value) => "it is not one of the allowed values",
        JsonNumber number => WhyInvalid(number, schema),
        JsonString text => WhyInvalid(text.Value, schema),
        JsonArray array => WhyBadCount(array.Items.Count, schema, "Items")
            ?? WhyNotUnique(array, schema)
            ?? array.Items.Select(i => WhyInvalid(i, schema.Object(Keywords.Items))).FirstOrDefault(r => r is not null),
        JsonObject content => WhyInvalid(content, schema),
        _ => null,
    };

    private static bool HasType(JsonValue value, JsonObject schema) => schema.TypeName() switch
    {
        "string" => value is JsonString,
        "boolean" => value is JsonBoolean,
        "integer" => value is JsonNumber { IsInteger: true },
        "number" => value is JsonNumber,
        "array" => value is JsonArray,
        "object" => value is JsonObject,
        _ => !schema.Is(Keywords.IntOrString) || value is JsonString or JsonNumber { IsInteger: true },
    };

    private static string TypeFor(JsonObject schema) => schema.Is(Keywords.IntOrString) ? "integer or string" : schema.TypeName();

    private static string? WhyInvalid(JsonNumber number, JsonObject schema)
    {
        var (value, minimum, maximum) = (number.Value, schema.Number(Keywords.Minimum), schema.Number(Keywords.Maximum));
        var isTooSmall = value < minimum || (value == minimum && schema.Is(Keywords.ExclusiveMinimum));
        var isTooLarge = value > maximum || (value == maximum && schema.Is(Keywords.ExclusiveMaximum));
        var isOutOfRange = schema.Text(Keywords.Format) switch
        {
            "int32" => value is < int.MinValue or > int.MaxValue,
            "int64" => value is < long.MinValue or > long.MaxValue,
            _ => false,
        };
        return isTooSmall ? $"it is below the minimum {minimum}"
            : isTooLarge ? $"it is above the maximum {maximum}"
            : schema.Number(Keywords.MultipleOf) is > 0 and { } step && value % step != 0 ? $"it is no multiple of {step}"
            : isOutOfRange ? $"it does not fit {schema.Text(Keywords.Format)}"
            : null;
    }

    private static string? WhyInvalid(string text, JsonObject schema) =>
        WhyBadCount(CharactersOf(text), schema, "Length")
        ?? (schema.Text(Keywords.Pattern) is { } pattern && GoPattern.IsMatch(pattern, text) == false
            ? "it does not match the pattern"
            : null)
        ?? (FormatCheck.IsWrong(text, schema.Text(Keywords.Format)) ? $"it is no {schema.Text(Keywords.Format)}" : null);

    /// <summary>The server counts characters of Unicode, of which those beyond 16 bits are two in C#.</summary>
    private static int CharactersOf(string text) => text.Length - text.Count(char.IsLowSurrogate);

    private static string? WhyBadCount(int count, JsonObject schema, string suffix) =>
        count < schema.Number("min" + suffix) ? "it is too short"
        : count > schema.Number("max" + suffix) ? "it is too long"
        : null;

    /// <summary>Sets and maps have no two items of one identity.</summary>
    private static string? WhyNotUnique(JsonArray array, JsonObject schema)
    {
        var keys = schema.Texts(Keywords.ListMapKeys).ToList();
        var identities = schema.Text(Keywords.ListType) switch
        {
            "set" => array.Items,
            "map" => array.Items.OfType<JsonObject>().Select(i => (JsonValue)JsonObject.Of(
                keys.Select(k => new JsonMember(k, i[k] ?? schema.Object(Keywords.Items).Object(Keywords.Properties).Object(k)[Keywords.Default]
                    ?? new JsonNull())))),
            _ => Enumerable.Empty<JsonValue>(),
        };
        var all = identities.ToList();
        return all.Distinct().Count() == all.Count ? null : "two items are the same";
    }

    private static string? WhyInvalid(JsonObject content, JsonObject schema)
    {
        if (schema[Keywords.AdditionalProperties] is not null && WhyBadCount(content.Members.Count, schema, "Properties") is { } miscounted)
        {
            return miscounted;
        }

        var properties = schema.Object(Keywords.Properties);
        foreach (var name in schema.Texts(Keywords.Required))
        {
            if (content[name] is null)
            {
                return $"it lacks {name}, which is required";
            }
        }

        foreach (var member in content.Members)
        {
            var known = properties[member.Name] ?? schema[Keywords.AdditionalProperties];
            if (known is JsonObject inner && WhyInvalid(member.Value, inner) is { } reason)
            {
                return $"{member.Name}: {reason}";
            }

            if (known is null && !schema.Is(Keywords.PreserveUnknownFields))
            {
                return $"there is no property {member.Name}";
            }
        }

        return null;
    }
}
