using Kube.Generators.Json;
using Kube.Generators.Schema;

namespace Kube.CrdWriter.Reference;

/// <summary>What a field holds, in words.</summary>
internal static class FieldType
{
    private const string Quantity = "[quantity](https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/)";

    /// <summary>The type of a value.</summary>
    /// <param name="schema">Its schema.</param>
    /// <param name="anchor">Where its fields are described, if it has any.</param>
    public static string Of(JsonObject schema, string anchor) => schema.TypeName() switch
    {
        "array" => "list of " + Of(schema.Object(Keywords.Items), anchor),
        "object" => OfObject(schema, anchor),
        "" when schema.Is(Keywords.IntOrString) => IsQuantity(schema) ? Quantity : "integer or string",
        "" => "any value",
        var name when schema.Text(Keywords.Format) is { } format => $"{name} ({format})",
        var name => name,
    };

    /// <summary>Whether a value is an amount such as <c>1.5Gi</c>.</summary>
    public static bool IsQuantity(JsonObject schema) =>
        schema.Is(Keywords.IntOrString) && schema.Text(Keywords.Pattern) == ScalarSchemas.QuantityPattern;

    /// <summary>Whether the fields of a value are told in a table of their own.</summary>
    public static bool HasTable(JsonObject schema) =>
        schema.Object(Keywords.Properties).Members.Count > 0 && KubernetesType.Find(schema) is null;

    private static string OfObject(JsonObject schema, string anchor) =>
        HasTable(schema) ? $"[object](#{anchor})"
        : KubernetesType.Find(schema) is { } known ? known.Link
        : schema[Keywords.AdditionalProperties] is JsonObject values ? "map of " + Of(values, anchor)
        : schema.Is(Keywords.EmbeddedResource) ? "object of any kind"
        : schema.Is(Keywords.PreserveUnknownFields) ? "object with any fields"
        : "object";
}
