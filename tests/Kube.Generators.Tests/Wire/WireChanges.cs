using System.Text.Json.Nodes;

namespace Kube.Generators.Tests.Wire;

/// <summary>Objects that differ from a given one in one value: each member of the spec is missing once, each list longer once.</summary>
internal static class WireChanges
{
    public static IEnumerable<string> Of(string json)
    {
        var count = PlacesOf(JsonNode.Parse(json)!).Count();
        for (var i = 0; i < count; i++)
        {
            var changed = JsonNode.Parse(json)!;
            if (Change(PlacesOf(changed).ElementAt(i)))
            {
                yield return changed.ToJsonString();
            }
        }
    }

    private static IEnumerable<(JsonObject Owner, string Name)> PlacesOf(JsonNode root) =>
        root["spec"] is JsonObject spec ? Below(spec, 0) : [];

    private static IEnumerable<(JsonObject Owner, string Name)> Below(JsonObject owner, int depth) => owner.ToList().SelectMany(m =>
        (IEnumerable<(JsonObject, string)>)[(owner, m.Key), .. m.Value is JsonObject inner && depth < 2 ? Below(inner, depth + 1) : []]);

    /// <summary>A text of another length would not be valid everywhere; booleans and lists can be changed without harm.</summary>
    private static bool Change((JsonObject Owner, string Name) place)
    {
        switch (place.Owner[place.Name])
        {
            case JsonValue value when value.TryGetValue<bool>(out var truth):
                place.Owner[place.Name] = !truth;
                return true;
            case JsonValue value when value.TryGetValue<long>(out var number) && number is > 0 and < 100:
                place.Owner[place.Name] = number + 1;
                return true;
            case JsonArray { Count: > 0 } list:
                list.RemoveAt(list.Count - 1);
                return true;
            default:
                return false;
        }
    }
}
