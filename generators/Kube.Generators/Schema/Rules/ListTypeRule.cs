using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary>
/// <c>[ListType]</c>, and <c>[ListMapKey]</c> in the items. Atomic is not written: it is the default of the server, and is 40 bytes each time.
/// </summary>
internal static class ListTypeRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context)
    {
        var keys = KeysOf(property.Type, context);
        if (property.Validation.ListTopology is not { } topology)
        {
            return keys.Count == 0 || schema[Keywords.ListType] is not null
                ? schema
                : ApplyMap(schema, schema.Object(Keywords.Items), new("map", keys), property, context);
        }

        topology = topology is { Kind: "map", Keys.Count: 0 } ? topology with { Keys = keys } : topology;
        if (WhyNot(topology, schema, schema.Object(Keywords.Items)) is { } reason)
        {
            context.Report(DiagnosticIds.BadListType, property.Target, property.Name, reason);
            return schema;
        }

        return topology.Kind switch
        {
            "atomic" => schema,
            "map" => ApplyMap(schema, schema.Object(Keywords.Items), topology, property, context),
            _ => schema.With(Keywords.ListType, JsonValue.Of(topology.Kind)),
        };
    }

    private static string? WhyNot(ListTopologyModel topology, JsonObject schema, JsonObject items) =>
        schema.TypeName() != "array" ? "only lists have a list type"
        : topology.Kind != "map" && topology.Keys.Count > 0 ? "only maps have keys"
        : topology.Kind != "atomic" && items.Is(Keywords.Nullable) ? "items that have an identity are not nullable"
        : topology.Kind == "set" ? WhyNoSet(items)
        : topology.Kind == "map" ? WhyNoMap(topology, items)
        : null;

    private static string? WhyNoSet(JsonObject items) => items.TypeName() switch
    {
        "object" => items.Text(Keywords.MapType) == "atomic" ? null : "the items of a set are scalars, lists, or objects with [Atomic]",
        "array" => items.Text(Keywords.ListType) is null or "atomic" ? null : "lists in a set are atomic",
        _ => items.IsScalar() ? null : "the items of a set are scalars, lists, or objects with [Atomic]",
    };

    private static string? WhyNoMap(ListTopologyModel topology, JsonObject items) =>
        items.TypeName() != "object" ? "the items of a map are objects"
        : topology.Keys.Count == 0 ? "a map names its keys, or the items have properties with [ListMapKey]"
        : topology.Keys.Distinct().Count() != topology.Keys.Count ? "it names a key twice"
        : null;

    /// <summary>C# names of the properties with <c>[ListMapKey]</c> in the items of a list.</summary>
    private static EquatableArray<string> KeysOf(TypeModel type, SchemaContext context) =>
        type is ListModel { Items: ObjectReference reference }
            ? context.TypeOf(reference).Properties.Where(p => p.Validation.IsListMapKey).Select(p => p.Name).ToEquatableArray()
            : default;

    private static JsonObject ApplyMap(
        JsonObject schema, JsonObject items, ListTopologyModel topology, PropertyModel property, SchemaContext context)
    {
        var itemType = property.Type is ListModel { Items: ObjectReference reference } ? context.TypeOf(reference) : null;
        var names = new List<string>();
        foreach (var key in topology.Keys)
        {
            var jsonName = itemType?.Properties.FirstOrDefault(p => p.Name == key)?.JsonName;
            if (WhyNoKey(jsonName, items) is { } reason)
            {
                context.Report(DiagnosticIds.BadListKey, property.Target, key, property.Name, reason);
                return schema;
            }

            names.Add(jsonName!);
        }

        return schema.With(Keywords.ListType, JsonValue.Of("map")).With(Keywords.ListMapKeys, JsonValue.Of(names));
    }

    private static string? WhyNoKey(string? jsonName, JsonObject items)
    {
        if (jsonName is null || items.Object(Keywords.Properties)[jsonName] is not JsonObject key)
        {
            return "the items have no such property";
        }

        var isPresent = items.Texts(Keywords.Required).Contains(jsonName) || key[Keywords.Default] is not null;
        return !key.IsScalar() ? "a key is a text, number or boolean"
            : key.Is(Keywords.Nullable) ? "a key is not nullable"
            : !isPresent ? "a key is required or has a default"
            : null;
    }
}
