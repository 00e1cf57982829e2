using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ray.Operator.RayClusters.Planning;

/// <summary>Compares an object as stored with the fields that we set in it.</summary>
internal static class OwnedFields
{
    /// <summary>Whether all that is desired is so already. Members and list items that only the stored object has do not matter.</summary>
    public static bool Cover(JsonNode? observed, JsonNode? desired) => desired switch
    {
        null => true,
        JsonObject members => members.All(m => IsEmpty(m.Value) || IsCovered(observed as JsonObject, m.Key, m.Value)),
        JsonArray items => items.All(item => observed is JsonArray o && o.Any(candidate => Cover(candidate, item))),
        _ => JsonNode.DeepEquals(observed, desired),
    };

    /// <summary>A hash that does not depend on the order of members.</summary>
    public static string Hash(JsonNode desired)
    {
        var text = new StringBuilder();
        Write(desired, text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }

    // The server drops fields that say what their absence says: false and 0 ask for nothing where nothing is.
    private static bool IsCovered(JsonObject? observed, string name, JsonNode? desired) =>
        observed?[name] is { } member ? Cover(member, desired) : IsZero(desired) || (observed is not null && Cover(null, desired));

    private static bool IsZero(JsonNode? node) => node is JsonValue value && value.GetValueKind() switch
    {
        JsonValueKind.False => true,
        JsonValueKind.Number => value.ToJsonString() == "0",
        _ => false,
    };

    // An empty text, list or object asks for nothing: the server fills it or drops it.
    private static bool IsEmpty(JsonNode? node) => node switch
    {
        null => true,
        JsonObject members => members.Count == 0,
        JsonArray items => items.Count == 0,
        _ => node.GetValueKind() == JsonValueKind.String && node.GetValue<string>().Length == 0,
    };

    private static void Write(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
                {
                    text.Append(name).Append('{');
                    Write(value, text);
                    text.Append('}');
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    text.Append('[');
                    Write(item, text);
                    text.Append(']');
                }

                break;
            default:
                text.Append(node?.ToJsonString());
                break;
        }
    }
}
