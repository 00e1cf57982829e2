using Kube.Generators.Json;
using Kube.Generators.Schema.Rules;

namespace Kube.Generators.Schema.Stated;

/// <summary>The keywords of structural schemas: what their values are, and which types they speak of.</summary>
internal static class FragmentKeywords
{
    private static readonly Dictionary<string, Func<JsonValue, bool>> s_values = new(StringComparer.Ordinal)
    {
        [Keywords.Type] = IsText,
        [Keywords.Format] = IsText,
        [Keywords.Title] = IsText,
        [Keywords.Description] = IsText,
        [Keywords.Pattern] = IsText,
        [Keywords.Default] = _ => true,
        [Keywords.Example] = _ => true,
        [Keywords.ExternalDocs] = IsObject,
        [Keywords.Nullable] = IsTruth,
        [Keywords.Enum] = v => v is JsonArray { Items.Count: > 0 },
        [Keywords.Minimum] = IsNumber,
        [Keywords.Maximum] = IsNumber,
        [Keywords.ExclusiveMinimum] = IsTruth,
        [Keywords.ExclusiveMaximum] = IsTruth,
        [Keywords.MultipleOf] = v => v is JsonNumber { Value: > 0 },
        ["minLength"] = IsCount,
        ["maxLength"] = IsCount,
        ["minItems"] = IsCount,
        ["maxItems"] = IsCount,
        ["minProperties"] = IsCount,
        ["maxProperties"] = IsCount,
        [Keywords.Properties] = v => v is JsonObject properties && properties.Members.All(m => m.Value is JsonObject),
        [Keywords.AdditionalProperties] = IsObject,
        [Keywords.Items] = IsObject,
        [Keywords.Required] = IsTexts,
        [Keywords.AllOf] = IsObjects,
        [Keywords.AnyOf] = IsObjects,
        [Keywords.OneOf] = IsObjects,
        [Keywords.Not] = IsObject,
        [Keywords.PreserveUnknownFields] = v => v is JsonBoolean { Value: true },
        [Keywords.EmbeddedResource] = IsTruth,
        [Keywords.IntOrString] = IsTruth,
        [Keywords.ListType] = v => v is JsonString { Value: "atomic" or "set" or "map" },
        [Keywords.ListMapKeys] = IsTexts,
        [Keywords.MapType] = v => v is JsonString { Value: "atomic" or "granular" },
        [Keywords.Validations] = v => IsObjects(v) && ((JsonArray)v).Items.Cast<JsonObject>().All(r => !string.IsNullOrWhiteSpace(r.Text("rule"))),
    };

    /// <summary>Keywords of JSON Schema that the server refuses, or drops in silence; and what takes their place.</summary>
    private static readonly Dictionary<string, string> s_refused = new(StringComparer.Ordinal)
    {
        ["$ref"] = "a schema of the server has no references; write out what is meant",
        ["$schema"] = "a part of a schema says nothing of its version",
        ["$id"] = "a schema of the server has no references",
        ["id"] = "a schema of the server has no references",
        ["definitions"] = "a schema of the server has no references",
        ["$defs"] = "a schema of the server has no references",
        ["dependencies"] = "the server refuses it; write a rule in x-kubernetes-validations",
        ["patternProperties"] = "the server refuses it; use additionalProperties",
        ["propertyNames"] = "the server knows nothing of it; write a rule in x-kubernetes-validations",
        ["additionalItems"] = "the server refuses it",
        ["uniqueItems"] = "the server refuses it; use x-kubernetes-list-type: set",
        ["const"] = "the server drops it; use enum with one value",
        ["examples"] = "the server drops it; use example",
        ["if"] = "the server drops it; use anyOf, or a rule in x-kubernetes-validations",
    };

    private static readonly Dictionary<string, string[]> s_types = new(StringComparer.Ordinal)
    {
        [Keywords.Minimum] = ["integer", "number"],
        [Keywords.Maximum] = ["integer", "number"],
        [Keywords.MultipleOf] = ["integer", "number"],
        [Keywords.ExclusiveMinimum] = ["integer", "number"],
        [Keywords.ExclusiveMaximum] = ["integer", "number"],
        ["minLength"] = ["string"],
        ["maxLength"] = ["string"],
        [Keywords.Pattern] = ["string"],
        ["minItems"] = ["array"],
        ["maxItems"] = ["array"],
        [Keywords.ListType] = ["array"],
        ["minProperties"] = ["object"],
        ["maxProperties"] = ["object"],
        [Keywords.MapType] = ["object"],
    };

    private static readonly HashSet<string> s_outsideJunctors = new(StringComparer.Ordinal)
    {
        Keywords.Type, Keywords.Default, Keywords.Title, Keywords.Description, Keywords.Nullable, Keywords.AdditionalProperties,
    };

    /// <summary>What is wrong with a keyword or its value, whatever is around it; null when nothing is.</summary>
    public static string? WhyNot(JsonMember member) =>
        s_refused.TryGetValue(member.Name, out var reason) ? $"'{member.Name}': {reason}"
        : !s_values.TryGetValue(member.Name, out var isRight) ? $"'{member.Name}' is no keyword that the server knows"
        : !isRight(member.Value) ? $"'{member.Name}' cannot be {JsonPrinter.Print(member.Value)}"
        : member is { Name: Keywords.Pattern, Value: JsonString pattern } && PatternRule.WhyNot(pattern.Value) is { } unreadable ? $"'{Keywords.Pattern}': {unreadable}"
        : null;

    /// <summary>The types of which a keyword speaks; null for all.</summary>
    public static string[]? TypesOf(string keyword) => s_types.TryGetValue(keyword, out var types) ? types : null;

    /// <summary>Why a keyword cannot stand inside an alternative; null when it can.</summary>
    public static string? WhyNotInJunctor(string keyword) =>
        s_outsideJunctors.Contains(keyword) || keyword.StartsWith("x-kubernetes-", StringComparison.Ordinal)
            ? $"'{keyword}' stands outside of alternatives"
            : null;

    private static bool IsText(JsonValue value) => value is JsonString;

    private static bool IsNumber(JsonValue value) => value is JsonNumber { Value: not null };

    private static bool IsCount(JsonValue value) => value is JsonNumber { IsInteger: true, Value: >= 0 };

    private static bool IsTruth(JsonValue value) => value is JsonBoolean;

    private static bool IsObject(JsonValue value) => value is JsonObject;

    private static bool IsTexts(JsonValue value) => value is JsonArray texts && texts.Items.All(t => t is JsonString);

    private static bool IsObjects(JsonValue value) => value is JsonArray { Items.Count: > 0 } array && array.Items.All(i => i is JsonObject);
}
