using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube;

/// <summary>Lists of objects that a member tells apart, as <c>name</c> does containers.</summary>
internal static class NamedItems
{
    /// <summary>The member that tells the items of both lists apart, when both have the same items; else null.</summary>
    public static string? KeyOf(JsonArray one, JsonArray other) =>
        one.Count == 0 || one.Count != other.Count
            ? null
            : ListAlignment.Identities.FirstOrDefault(key => AreNamed(one, key) && AreNamed(other, key)
                && one.All(item => Find(other, key, item![key]!) is not null));

    /// <summary>The names of all items, in order; null stands for an item without one.</summary>
    public static JsonArray NamesOf(JsonArray items, string key) =>
        new([.. items.Select(item => (item as JsonObject)?[key]?.DeepClone())]);

    /// <summary>The one item of that name; null when there is none or several.</summary>
    public static JsonObject? Find(JsonArray items, string key, JsonNode name)
    {
        JsonObject? found = null;
        foreach (var item in items.OfType<JsonObject>())
        {
            if (item.TryGetPropertyValue(key, out var value) && JsonNode.DeepEquals(value, name))
            {
                if (found is not null)
                {
                    return null;
                }

                found = item;
            }
        }

        return found;
    }

    /// <summary>The step of a path to an item.</summary>
    public static JsonObject Step(string key, JsonNode name) => new() { [key] = name.DeepClone() };

    private static bool AreNamed(JsonArray items, string key) =>
        items.All(item => item is JsonObject value
            && value[key] is JsonValue name && name.GetValueKind() is JsonValueKind.String or JsonValueKind.Number
            && Find(items, key, name) is not null);
}
