using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Whoever changes nothing writes nothing, whatever the time that managed fields would get.</summary>
internal static class SameContent
{
    public static bool Of(JsonObject before, JsonObject after) => SameMembers(before, after, (name, a, b) => name == "metadata"
        ? SameMembers((JsonObject)a!, (JsonObject)b!, (field, x, y) => field == "managedFields" ? SameOwners(x as JsonArray ?? [], y as JsonArray ?? []) : JsonNode.DeepEquals(x, y))
        : JsonNode.DeepEquals(a, b));

    private static bool SameMembers(JsonObject a, JsonObject b, Func<string, JsonNode?, JsonNode?, bool> isSame) =>
        a.Count == b.Count && a.All(member => b.TryGetPropertyValue(member.Key, out var other) && isSame(member.Key, member.Value, other));

    private static bool SameOwners(JsonArray a, JsonArray b) => a.Count == b.Count
        && a.Zip(b).All(pair => SameMembers((JsonObject)pair.First!, (JsonObject)pair.Second!, (name, x, y) => name == "time" || JsonNode.DeepEquals(x, y)));
}
