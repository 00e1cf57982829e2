using System.Text.Json.Nodes;

namespace Kube;

/// <summary>Pairs the items of two states of a list: the longest common subsequence of items that are the same thing.</summary>
internal static class ListAlignment
{
    /// <summary>The keys by which Kubernetes lists tell their items apart, most specific first.</summary>
    private static readonly string[] s_identities =
        ["groupName", "name", "mountPath", "devicePath", "containerPort", "port", "topologyKey", "key", "ip", "type", "uid"];

    /// <summary>The pairs in order; one side is null for an item that is only in the other list.</summary>
    public static IReadOnlyList<(int? Old, int? New)> Align(JsonArray before, JsonArray after)
    {
        var lengths = Lengths(before, after);
        var pairs = new List<(int?, int?)>(Math.Max(before.Count, after.Count));
        int i = 0, j = 0;
        while (i < before.Count || j < after.Count)
        {
            if (i < before.Count && j < after.Count && AreSame(before[i], after[j]))
            {
                pairs.Add((i++, j++));
            }
            else if (j >= after.Count || (i < before.Count && lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                pairs.Add((i++, null));
            }
            else
            {
                pairs.Add((null, j++));
            }
        }

        return pairs;
    }

    private static int[,] Lengths(JsonArray before, JsonArray after)
    {
        var lengths = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                lengths[i, j] = AreSame(before[i], after[j])
                    ? lengths[i + 1, j + 1] + 1
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static bool AreSame(JsonNode? before, JsonNode? after)
    {
        if (before is JsonObject b && after is JsonObject a)
        {
            foreach (var identity in s_identities)
            {
                if (b.TryGetPropertyValue(identity, out var old) && a.TryGetPropertyValue(identity, out var @new))
                {
                    return JsonNode.DeepEquals(old, @new);
                }
            }
        }

        return JsonNode.DeepEquals(before, after);
    }
}
