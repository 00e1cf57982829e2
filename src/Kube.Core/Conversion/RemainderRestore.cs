using System.Text.Json.Nodes;

namespace Kube;

/// <summary>Puts back what a <see cref="ConversionRemainder"/> holds. Entries that are malformed or no longer fit are passed over.</summary>
internal static class RemainderRestore
{
    /// <summary>Restores all that still fits.</summary>
    /// <param name="target">What came out of the conversion; changed in place.</param>
    /// <param name="entries">The remainder.</param>
    /// <param name="except">A member of the root that stays as it is, or null.</param>
    public static void Into(JsonObject target, JsonArray entries, string? except)
    {
        foreach (var entry in entries.OfType<JsonObject>())
        {
            if (entry[ConversionRemainder.At] is JsonArray { Count: > 0 } at
                && NameOf(at[^1]) is { } last
                && NameOf(at[0]) is { } first && first != except
                && Follow(target, at) is { } place)
            {
                Restore(place, last, entry);
            }
        }
    }

    private static void Restore(JsonNode place, string last, JsonObject entry)
    {
        if (place is JsonArray items)
        {
            Reorder(items, last, entry);
            return;
        }

        var owner = (JsonObject)place;
        var isThere = owner.TryGetPropertyValue(last, out var present);
        var wasSeen = entry.TryGetPropertyValue(ConversionRemainder.Seen, out var seen);
        if (isThere != wasSeen || !JsonNode.DeepEquals(present, seen))
        {
            return;
        }

        if (entry.TryGetPropertyValue(ConversionRemainder.Value, out var value))
        {
            owner[last] = value?.DeepClone();
        }
        else
        {
            owner.Remove(last);
        }
    }

    private static void Reorder(JsonArray items, string key, JsonObject entry)
    {
        if (entry[ConversionRemainder.Order] is not JsonArray order
            || order.Count != items.Count
            || !JsonNode.DeepEquals(NamedItems.NamesOf(items, key), entry[ConversionRemainder.Seen]))
        {
            return;
        }

        var sorted = order.Select(name => name is null ? null : NamedItems.Find(items, key, name)).ToList();
        if (sorted.Contains(null) || sorted.Distinct().Count() != sorted.Count)
        {
            return;
        }

        items.Clear();
        foreach (var item in sorted)
        {
            items.Add((JsonNode?)item);
        }
    }

    // The object or list that the last step of a path is in; null when the path leads nowhere.
    private static JsonNode? Follow(JsonObject root, JsonArray at)
    {
        JsonNode? place = root;
        foreach (var step in at.SkipLast(1))
        {
            place = (place, step) switch
            {
                (JsonObject owner, JsonValue) when NameOf(step) is { } name => owner[name],
                (JsonArray items, JsonObject { Count: 1 } item) when item.First() is { Value: { } name, Key: var key } => NamedItems.Find(items, key, name),
                _ => null,
            };
        }

        return place is JsonObject or JsonArray ? place : null;
    }

    private static string? NameOf(JsonNode? step) => step is JsonValue value && value.TryGetValue<string>(out var name) ? name : null;
}
