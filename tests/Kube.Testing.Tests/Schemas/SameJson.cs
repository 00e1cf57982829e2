using System.Text.Json.Nodes;

namespace Kube.Testing.Tests.Schemas;

/// <summary>Equality of JSON by value: 1.0 is 1, and the order of members means nothing.</summary>
internal static class SameJson
{
    public static bool Equal(JsonNode? a, JsonNode? b) => (a, b) switch
    {
        (JsonObject x, JsonObject y) => x.Count == y.Count && x.All(member => y.TryGetPropertyValue(member.Key, out var other) && Equal(member.Value, other)),
        (JsonArray x, JsonArray y) => x.Count == y.Count && x.Zip(y).All(pair => Equal(pair.First, pair.Second)),
        (JsonValue x, JsonValue y) => JsonNode.DeepEquals(x, y) || (IsNumber(x) && IsNumber(y) && Number(x) == Number(y)),
        _ => a is null && b is null,
    };

    public static IEnumerable<string> SymmetricExceptWithResult(this HashSet<string> set, IEnumerable<string> other)
    {
        var result = new HashSet<string>(set);
        result.SymmetricExceptWith(other);
        return result;
    }

    private static bool IsNumber(JsonValue value) => value.GetValueKind() == System.Text.Json.JsonValueKind.Number;

    private static double Number(JsonValue value) => double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);
}
