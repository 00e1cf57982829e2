using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube.Core.Tests.Schemas;

/// <summary>Short ways to a schema and its verdicts.</summary>
internal static class SchemaOf
{
    /// <summary>The schema in the property <c>v</c> of an object: not the root, which is special.</summary>
    public static StructuralSchema Value(string schema) => Root($$$"""{"type":"object","properties":{"v":{{{schema}}} } }""").At("v")!;

    public static StructuralSchema Root(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        return StructuralSchema.Parse(document.RootElement);
    }

    /// <summary>The problems of a value, a line each.</summary>
    public static IReadOnlyList<string> Problems(string schema, string value) =>
        [.. Value(schema).Validate(JsonNode.Parse(value), "v").Select(problem => problem.ToString())];
}
