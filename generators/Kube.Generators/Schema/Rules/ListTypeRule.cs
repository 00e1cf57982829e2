using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary><c>[ListType]</c>. Atomic is not written: it is the default of the server, and is 40 bytes each time.</summary>
internal static class ListTypeRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context)
    {
        if (property.Validation.ListTopology is not { } topology)
        {
            return schema;
        }

        var items = schema.Object(Keywords.Items);
        var isMap = topology.Kind == "map";
        var reason = schema.TypeName() != "array" ? "only lists have a list type"
            : !isMap && topology.Keys.Count > 0 ? "only maps have keys"
            : isMap && topology.Keys.Count == 0 ? "a map names its keys"
            : isMap && items.TypeName() != "object" ? "the items of a map are objects"
            : topology.Kind == "set" && !items.IsScalar() ? "the items of a set are texts, numbers or booleans"
            : null;
        if (reason is not null)
        {
            context.Report(DiagnosticIds.BadListType, property.Target, property.Name, reason);
            return schema;
        }

        return topology.Kind == "atomic" ? schema : isMap
            ? ApplyMap(schema, items, topology, property, context)
            : schema.With(Keywords.ListType, JsonValue.Of(topology.Kind));
    }

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
