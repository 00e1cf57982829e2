using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Schema;

namespace Kube.Generators.Tests.Wire;

/// <summary>Drops what has no schema, as the server does.</summary>
internal static class WirePruning
{
    /// <summary>A whole object; its metadata stay.</summary>
    public static JsonObject OfKind(JsonObject kind, JsonObject schema) =>
        kind["metadata"] is { } metadata ? ((JsonObject)Prune(kind, schema)).With("metadata", metadata) : (JsonObject)Prune(kind, schema);

    private static JsonValue Prune(JsonValue value, JsonObject schema) => value switch
    {
        JsonArray array => new JsonArray(array.Items.Select(i => Prune(i, schema.Object(Keywords.Items))).ToEquatableArray()),
        JsonObject content => JsonObject.Of(content.Members.Select(m => Prune(m, schema)).OfType<JsonMember>()),
        _ => value,
    };

    private static JsonMember? Prune(JsonMember member, JsonObject schema) =>
        (schema.Object(Keywords.Properties)[member.Name] ?? schema[Keywords.AdditionalProperties]) is JsonObject inner
            ? new(member.Name, Prune(member.Value, inner))
            : schema.Is(Keywords.PreserveUnknownFields) ? member : null;
}
