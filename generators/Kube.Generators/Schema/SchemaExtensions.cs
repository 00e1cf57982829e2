using Kube.Generators.Json;

namespace Kube.Generators.Schema;

/// <summary>Questions about schemas.</summary>
internal static class SchemaExtensions
{
    /// <summary>The type; empty for values of any type and for integer-or-string.</summary>
    public static string TypeName(this JsonObject schema) => schema.Text(Keywords.Type) ?? "";

    public static bool Is(this JsonObject schema, string keyword) => schema[keyword] is JsonBoolean { Value: true };

    public static bool IsScalar(this JsonObject schema) =>
        schema.TypeName() is "string" or "boolean" or "integer" or "number" || schema.Is(Keywords.IntOrString);

    public static JsonObject Object(this JsonObject schema, string name) => schema[name] as JsonObject ?? JsonObject.Empty;

    public static decimal? Number(this JsonObject schema, string name) => (schema[name] as JsonNumber)?.Value;

    public static IEnumerable<string> Texts(this JsonObject schema, string name) =>
        schema[name] is JsonArray array ? array.Items.OfType<JsonString>().Select(s => s.Value) : [];
}
