using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Shapes of a custom resource's parts, from its schema.</summary>
internal sealed class SchemaTopology(JsonObject schema) : ListTopology
{
    public override JsonNode? DefaultOf(string key) => null;

    protected override MergeShape Shape(IReadOnlyList<string> way, JsonNode? value)
    {
        var place = Find(way);
        if (value is not JsonArray)
        {
            return (string?)place?["x-kubernetes-map-type"] == "atomic" ? MergeShape.Atomic : MergeShape.Granular;
        }

        return (string?)place?["x-kubernetes-list-type"] switch
        {
            "set" => MergeShape.Set,
            "map" => new("map", [.. (place["x-kubernetes-list-map-keys"] as JsonArray ?? []).Select(key => key!.ToString())]),
            _ => MergeShape.Atomic,
        };
    }

    private JsonObject? Find(IReadOnlyList<string> way)
    {
        JsonObject? place = schema;
        foreach (var step in way)
        {
            place = (step == "[]" ? place?["items"] : place?["properties"]?[step] ?? place?["additionalProperties"] as JsonObject) as JsonObject;
        }

        return place;
    }
}
