using System.Globalization;
using System.Text.Json.Nodes;

namespace Kube;

/// <summary>
/// The smallest-reach JSON patch (RFC 6902) between two states of an object. Only what differs is named, so members that both states
/// lack because a C# type does not know them stay as the server holds them, also inside list items.
/// </summary>
internal static class JsonPatchDiff
{
    public static JsonArray Between(JsonObject before, JsonObject after)
    {
        var operations = new JsonArray();
        DiffObject(operations, "", before, after);
        return operations;
    }

    public static JsonObject Test(string path, JsonNode? value) => Operation("test", path, value, true);

    private static void Diff(JsonArray operations, string path, JsonNode? before, JsonNode? after)
    {
        switch (before, after)
        {
            case (JsonObject b, JsonObject a):
                DiffObject(operations, path, b, a);
                break;
            case (JsonArray b, JsonArray a):
                DiffArray(operations, path, b, a);
                break;
            default:
                if (!JsonNode.DeepEquals(before, after))
                {
                    operations.Add((JsonNode)Operation("replace", path, after, true));
                }

                break;
        }
    }

    private static void DiffObject(JsonArray operations, string path, JsonObject before, JsonObject after)
    {
        foreach (var (name, value) in before)
        {
            var member = $"{path}/{Escape(name)}";
            if (after.TryGetPropertyValue(name, out var other))
            {
                Diff(operations, member, value, other);
            }
            else
            {
                operations.Add((JsonNode)Operation("remove", member, null, false));
            }
        }

        foreach (var (name, value) in after)
        {
            if (!before.ContainsKey(name))
            {
                operations.Add((JsonNode)Operation("add", $"{path}/{Escape(name)}", value, true));
            }
        }
    }

    // Items are paired by identity, in order; what has no partner is removed or inserted. Indexes are those of the list as it stands
    // after the operations before, which is why the walk carries one index through both lists.
    private static void DiffArray(JsonArray operations, string path, JsonArray before, JsonArray after)
    {
        var pairs = ListAlignment.Align(before, after);
        var index = 0;
        foreach (var (old, @new) in pairs)
        {
            var item = string.Create(CultureInfo.InvariantCulture, $"{path}/{index}");
            switch (old, @new)
            {
                case ({ } o, { } n):
                    Diff(operations, item, before[o], after[n]);
                    index++;
                    break;
                case ({ }, null):
                    operations.Add((JsonNode)Operation("remove", item, null, false));
                    break;
                case (null, { } n):
                    operations.Add((JsonNode)Operation("add", item, after[n], true));
                    index++;
                    break;
            }
        }
    }

    private static JsonObject Operation(string op, string path, JsonNode? value, bool hasValue)
    {
        var operation = new JsonObject { ["op"] = op, ["path"] = path };
        if (hasValue)
        {
            operation["value"] = value?.DeepClone();
        }

        return operation;
    }

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
