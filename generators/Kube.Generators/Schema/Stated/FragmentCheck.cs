using Kube.Generators.Json;
using Kube.Generators.Schema.Rules;

namespace Kube.Generators.Schema.Stated;

/// <summary>
/// Judges a schema that somebody wrote as the API server does: a structural schema, of keywords that it knows. Rules in it are
/// checked later, with all others.
/// </summary>
internal static class FragmentCheck
{
    private static readonly HashSet<string> s_types = new(StringComparer.Ordinal) { "object", "array", "string", "integer", "number", "boolean" };

    /// <summary>What is wrong; null when nothing is.</summary>
    public static FragmentProblem? WhyNot(JsonValue value) =>
        value is JsonObject schema ? WhyNot(schema, "") : new("", "a schema is a JSON object");

    private static FragmentProblem? WhyNot(JsonObject schema, string path)
    {
        var reason = schema.Members.Select(FragmentKeywords.WhyNot).FirstOrDefault(r => r is not null) ?? WhyNoStructure(schema) ?? WhyContradictory(schema);
        if (reason is not null)
        {
            return new(path, reason);
        }

        return Fragments.StructureOf(schema).Select(f => WhyNot(f.Schema, Join(path, f.Path))).FirstOrDefault(p => p is not null)
            ?? Fragments.JunctorsOf(schema).Select(f => WhyNoJunctor(f.Schema, schema, Join(path, f.Path))).FirstOrDefault(p => p is not null)
            ?? (WhyBadDefault(schema) is { } bad ? new(path, bad) : null);
    }

    private static string? WhyNoStructure(JsonObject schema)
    {
        var type = schema.TypeName();
        var isMixed = schema.Is(Keywords.IntOrString);
        return type.Length > 0 && !s_types.Contains(type) ? $"there is no type '{type}'"
            : type.Length > 0 && isMixed ? $"{Keywords.IntOrString} is a type of its own: leave '{Keywords.Type}' out"
            : type.Length == 0 && !isMixed && !schema.Is(Keywords.PreserveUnknownFields)
                ? $"it has no '{Keywords.Type}'; any value is {{\"{Keywords.PreserveUnknownFields}\":true}}"
            : type == "array" && schema[Keywords.Items] is null ? $"an array has '{Keywords.Items}'"
            : type != "array" && schema[Keywords.Items] is not null ? $"only an array has '{Keywords.Items}'"
            : type != "object" && (schema[Keywords.Properties] ?? schema[Keywords.AdditionalProperties] ?? schema[Keywords.Required]) is not null
                ? "only an object has properties"
            : schema[Keywords.Properties] is not null && schema[Keywords.AdditionalProperties] is not null
                ? $"'{Keywords.Properties}' and '{Keywords.AdditionalProperties}' exclude each other"
            : schema.Is(Keywords.EmbeddedResource) && (type != "object" || (schema[Keywords.Properties] is null && !schema.Is(Keywords.PreserveUnknownFields)))
                ? $"an embedded resource is an object with properties, or with {Keywords.PreserveUnknownFields}"
            : WhyBadFormat(schema)
            ?? schema.Texts(Keywords.Required).Where(r => schema.Object(Keywords.Properties)[r] is null && schema[Keywords.AdditionalProperties] is null)
                .Select(r => $"'{r}' is required, and no property").FirstOrDefault();
    }

    private static string? WhyBadFormat(JsonObject schema) =>
        schema.Text(Keywords.Format) is { } format ? FormatRule.WhyNot(format, schema) is { } reason ? $"format '{format}': {reason}" : null : null;

    /// <summary>Keywords that do not suit the type, and bounds that nothing is between.</summary>
    private static string? WhyContradictory(JsonObject schema)
    {
        foreach (var member in schema.Members)
        {
            if (FragmentKeywords.TypesOf(member.Name) is { } types && !schema.Is(Keywords.IntOrString) && !types.Contains(schema.TypeName()))
            {
                return $"'{member.Name}' says nothing of a value of type {(schema.TypeName().Length == 0 ? "any" : schema.TypeName())}";
            }
        }

        foreach (var suffix in new[] { "imum", "Length", "Items", "Properties" })
        {
            if (schema.Number("min" + suffix) > schema.Number("max" + suffix))
            {
                return $"min{suffix} is above max{suffix}";
            }
        }

        return WhyNoTopology(schema)
            ?? (schema[Keywords.Enum] is JsonArray values
                ? values.Items.Select(v => ValueCheck.WhyInvalid(v, schema.Without(Keywords.Enum))).FirstOrDefault(r => r is not null) is { } reason
                    ? $"a value of '{Keywords.Enum}' is none: {reason}" : null
                : null);
    }

    private static string? WhyNoTopology(JsonObject schema)
    {
        var (items, keys) = (schema.Object(Keywords.Items), schema.Texts(Keywords.ListMapKeys).ToList());
        return schema.Text(Keywords.ListType) switch
        {
            "set" => items.IsScalar() || items.Text(Keywords.MapType) == "atomic" || items.TypeName() == "array" ? null : "the items of a set are scalars, or atomic",
            "map" when keys.Count == 0 => $"a list of the type map has {Keywords.ListMapKeys}",
            "map" => keys.Where(k => !IsKey(k, items)).Select(k => $"'{k}' is no key: it is a scalar property of the items that is required or has a default")
                .FirstOrDefault(),
            _ => keys.Count > 0 ? $"only a list of the type map has {Keywords.ListMapKeys}" : null,
        };
    }

    private static bool IsKey(string name, JsonObject items) =>
        items.Object(Keywords.Properties)[name] is JsonObject key && key.IsScalar() && !key.Is(Keywords.Nullable)
        && (items.Texts(Keywords.Required).Contains(name) || key[Keywords.Default] is not null);

    /// <summary>Within an alternative only what restricts a value may stand, and only of properties that exist outside of it.</summary>
    private static FragmentProblem? WhyNoJunctor(JsonObject schema, JsonObject around, string path)
    {
        foreach (var member in schema.Members)
        {
            var isMixedType = member.Name == Keywords.Type && around.Is(Keywords.IntOrString);
            if (FragmentKeywords.WhyNot(member) is { } reason || (!isMixedType && (reason = FragmentKeywords.WhyNotInJunctor(member.Name)) is not null))
            {
                return new(path, reason);
            }
        }

        foreach (var (step, inner) in Fragments.StructureOf(schema))
        {
            var outer = step == Keywords.Items ? around[Keywords.Items]
                : around.Object(Keywords.Properties)[step.Substring(step.IndexOf('.') + 1)] ?? around[Keywords.AdditionalProperties];
            var problem = outer is JsonObject known
                ? WhyNoJunctor(inner, known, Join(path, step))
                : new(Join(path, step), "an alternative names what does not exist outside of it");
            if (problem is not null)
            {
                return problem;
            }
        }

        return Fragments.JunctorsOf(schema).Select(f => WhyNoJunctor(f.Schema, around, Join(path, f.Path))).FirstOrDefault(p => p is not null);
    }

    private static string? WhyBadDefault(JsonObject schema) =>
        schema[Keywords.Default] switch
        {
            null => null,
            JsonNull => "the server drops a default of null",
            { } value => ValueCheck.WhyInvalid(value, schema) is { } reason ? $"its default is no such value: {reason}" : null,
        };

    private static string Join(string path, string step) => path.Length == 0 ? step : $"{path}.{step}";
}
