using System.Globalization;
using System.Text.Json.Nodes;

namespace Kube;

/// <summary>
/// The smallest-reach JSON patch (RFC 6902) between two states of an object. Only what differs is named, so members that both states
/// lack because a C# type does not know them stay as the server holds them, also inside list items.
/// </summary>
public static class JsonPatchDiff
{
    /// <summary>The operations that turn one state into the other; none when they are equal. Give them to <see cref="Patch.Json"/>.</summary>
    /// <param name="before">The state that the server has, as far as it is known.</param>
    /// <param name="after">The state that is wanted.</param>
    public static JsonArray Between(JsonObject before, JsonObject after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var operations = new JsonArray();
        DiffObject(operations, "", before, after);
        return operations;
    }

    internal static JsonObject Test(string path, JsonNode? value) => Operation("test", path, value, true);

    private static void Diff(JsonArray operations, string path, string operation, JsonNode? before, JsonNode? after)
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
                    operations.Add((JsonNode)Operation(operation, path, after, true));
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
                // "add" replaces as well, and works when the member is only the default of a C# property and the server lacks it.
                Diff(operations, member, "add", value, other);
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

    // Indexes are those of the list as it stands after the operations before. What has no partner goes first, from the end on; then the
    // walk puts each item of the later state in its place: moved and not made anew, so that the server's copy keeps what only it knows.
    private static void DiffArray(JsonArray operations, string path, JsonArray before, JsonArray after)
    {
        var partners = ListAlignment.Partners(before, after);
        List<int?> current = [.. Enumerable.Range(0, before.Count)];
        foreach (var gone in current.Except(partners).Reverse().ToList())
        {
            operations.Add((JsonNode)Operation("remove", ItemOf(path, gone!.Value), null, false));
            current.RemoveAt(gone.Value);
        }

        for (var index = 0; index < after.Count; index++)
        {
            var item = ItemOf(path, index);
            if (partners[index] is not { } partner)
            {
                operations.Add((JsonNode)Operation("add", item, after[index], true));
                current.Insert(index, null);
                continue;
            }

            var from = current.IndexOf(partner);
            if (from != index)
            {
                operations.Add((JsonNode)new JsonObject { ["op"] = "move", ["from"] = ItemOf(path, from), ["path"] = item });
                current.RemoveAt(from);
                current.Insert(index, partner);
            }

            Diff(operations, item, "replace", before[partner], after[index]);
        }
    }

    private static string ItemOf(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}/{index}");

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
