using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>The order of a list after a strategic merge patch.</summary>
internal static class StrategicOrder
{
    /// <summary>
    /// Items that the patch names come in its order. The others keep theirs, and go before an item of the patch only when they did so in the former list.
    /// </summary>
    public static JsonArray Sort(JsonArray items, JsonArray order, JsonArray before, Func<JsonNode?, JsonNode?> nameOf)
    {
        int IndexIn(JsonArray list, JsonNode? item) => list.Select(nameOf).ToList().FindIndex(name => JsonNode.DeepEquals(name, nameOf(item)));
        var named = new Queue<JsonNode?>(items.Where(item => IndexIn(order, item) >= 0).OrderBy(item => IndexIn(order, item)));
        var others = new Queue<JsonNode?>(items.Where(item => IndexIn(order, item) < 0));
        var sorted = new JsonArray();
        while (named.Count + others.Count > 0)
        {
            var isOther = others.Count > 0
                && (named.Count == 0 || (IndexIn(before, named.Peek()) is >= 0 and var place && IndexIn(before, others.Peek()) < place));
            sorted.Add((isOther ? others : named).Dequeue()?.DeepClone());
        }

        return sorted;
    }
}
