using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>The parts of an object or a list by the steps of field sets, when it is merged part by part.</summary>
internal static class TypedParts
{
    /// <summary>The parts with their steps in order; null for a scalar, and for what is merged as a whole.</summary>
    public static IReadOnlyList<(string Step, string Name, JsonNode? Value)>? Of(JsonNode? value, IReadOnlyList<string> way, ListTopology topology)
    {
        if (value is JsonObject members)
        {
            return way.Count > 0 && topology.ShapeOf(way, value).Type == "atomic"
                ? null
                : [.. members.Select(member => ($"f:{member.Key}", member.Key, member.Value))];
        }

        if (value is not JsonArray items)
        {
            return null;
        }

        var shape = topology.ShapeOf(way, value);
        return shape.Type == "atomic" ? null : [.. items.Select(item => (StepOf(item, shape, topology), "[]", item))];
    }

    /// <summary>The step to an item of a list that is a set or has keys.</summary>
    public static string StepOf(JsonNode? item, MergeShape shape, ListTopology topology)
    {
        if (shape.Type == "set")
        {
            return $"v:{item?.ToJsonString() ?? "null"}";
        }

        var keys = new JsonObject();
        foreach (var key in shape.Keys.Order(StringComparer.Ordinal))
        {
            if (((item as JsonObject)?[key]?.DeepClone() ?? topology.DefaultOf(key)) is { } value)
            {
                keys[key] = value;
            }
        }

        return $"k:{keys.ToJsonString()}";
    }
}
