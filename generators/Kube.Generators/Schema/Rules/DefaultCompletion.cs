using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary>
/// Writes the defaults of parts into a value. In objects the server does the same; but it judges the default of a whole as it stands, and
/// misses required members in it and the fields that rules read.
/// </summary>
internal static class DefaultCompletion
{
    public static JsonValue Complete(JsonValue value, JsonObject schema) => value switch
    {
        JsonObject content => Complete(content, schema),
        JsonArray array => new JsonArray(array.Items.Select(i => Complete(i, schema.Object(Keywords.Items))).ToEquatableArray()),
        _ => value,
    };

    private static JsonObject Complete(JsonObject content, JsonObject schema)
    {
        var properties = schema.Object(Keywords.Properties);
        var present = content.Members.Select(m => m with
        {
            Value = Complete(m.Value, properties[m.Name] as JsonObject ?? schema.Object(Keywords.AdditionalProperties)),
        });
        var filled = properties.Members
            .Where(p => content[p.Name] is null && p.Value is JsonObject part && part[Keywords.Default] is not null)
            .Select(p => new JsonMember(p.Name, ((JsonObject)p.Value)[Keywords.Default]!));
        return JsonObject.Of(present.Concat(filled));
    }
}
