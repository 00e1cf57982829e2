using System.Globalization;
using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>JSON patches (RFC 6902).</summary>
internal static class JsonPatch
{
    private const int MostOperations = 10_000;

    public static JsonObject Apply(JsonObject value, JsonArray operations)
    {
        if (operations.Count > MostOperations)
        {
            throw new ApiFailure(413, "RequestEntityTooLarge", $"The allowed maximum operations in a JSON patch is {MostOperations}, got {operations.Count}", []);
        }

        JsonNode? root = value.DeepClone();
        foreach (var operation in operations)
        {
            if (operation is not JsonObject members || members["op"] is not JsonValue op || members["path"] is not JsonValue path)
            {
                throw Refused();
            }

            root = Apply(root, op.ToString(), Pointer(path.ToString()), members);
        }

        return root as JsonObject ?? throw Refused();
    }

    private static JsonNode? Apply(JsonNode? root, string op, string[] path, JsonObject operation)
    {
        switch (op)
        {
            case "add":
                return Add(root, path, Value(operation));
            case "remove":
                return Remove(root, path, out _);
            case "replace":
                root = Remove(root, path, out _);
                return Add(root, path, Value(operation));
            case "test":
                return JsonNode.DeepEquals(Get(root, path), Value(operation)) ? root : throw Refused();
            case "copy":
                return Add(root, path, Get(root, From(operation))?.DeepClone());
            case "move":
                root = Remove(root, From(operation), out var moved);
                return Add(root, path, moved);
            default:
                throw Refused();
        }
    }

    private static JsonNode? Value(JsonObject operation) => operation.TryGetPropertyValue("value", out var value) ? value?.DeepClone() : throw Refused();

    private static string[] From(JsonObject operation) => operation["from"] is JsonValue from ? Pointer(from.ToString()) : throw Refused();

    private static string[] Pointer(string text) => text.Length == 0 ? []
        : text[0] != '/' ? throw Refused()
        : [.. text[1..].Split('/').Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];

    private static JsonNode? Get(JsonNode? root, IEnumerable<string> path)
    {
        foreach (var step in path)
        {
            root = root switch
            {
                JsonObject members when members.TryGetPropertyValue(step, out var member) => member,
                JsonArray items => items[Index(step, items.Count - 1)],
                _ => throw Refused(),
            };
        }

        return root;
    }

    private static JsonNode? Add(JsonNode? root, string[] path, JsonNode? value)
    {
        if (path.Length == 0)
        {
            return value;
        }

        switch (Get(root, path[..^1]))
        {
            case JsonObject members:
                members[path[^1]] = value;
                break;
            case JsonArray items:
                items.Insert(path[^1] == "-" ? items.Count : Index(path[^1], items.Count), value);
                break;
            default:
                throw Refused();
        }

        return root;
    }

    private static JsonNode? Remove(JsonNode? root, string[] path, out JsonNode? removed)
    {
        removed = Get(root, path);
        switch (path.Length == 0 ? null : Get(root, path[..^1]))
        {
            case JsonObject members:
                members.Remove(path[^1]);
                return root;
            case JsonArray items:
                items.RemoveAt(Index(path[^1], items.Count - 1));
                return root;
            default:
                return null;
        }
    }

    private static int Index(string step, int last) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index <= last ? index : throw Refused();

    // The server does not say what is wrong with a patch.
    private static ApiFailure Refused() => new(422, "Invalid", "the server rejected our request due to an error in our request", []);
}
