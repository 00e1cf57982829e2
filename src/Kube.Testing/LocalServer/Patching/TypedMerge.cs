using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Merges values part by part, as the shapes of a kind say; and removes fields of a set.</summary>
internal static class TypedMerge
{
    /// <summary>The union of two values. Where both say something, the second wins; its items of lists come in its order, before those only the first has.</summary>
    public static JsonNode? Merge(JsonNode? first, JsonNode? second, List<string> way, ListTopology topology)
    {
        var old = TypedParts.Of(first, way, topology);
        var now = TypedParts.Of(second, way, topology);
        if (old is null || now is null || first is JsonArray != second is JsonArray)
        {
            return second?.DeepClone();
        }

        return first is JsonObject ? Members(old, now, way, topology) : Items(old, now, way, topology);
    }

    public static void Remove(JsonNode? value, FieldSet fields, List<string> way, ListTopology topology)
    {
        foreach (var (step, name, part) in TypedParts.Of(value, way, topology)?.ToList() ?? [])
        {
            if (fields.Find(step) is not { } gone)
            {
                continue;
            }

            way.Add(name);
            Remove(part, gone, way, topology);
            way.RemoveAt(way.Count - 1);

            // What still has parts that somebody else owns stays; a container that is empty now was the manager's own.
            if (gone.IsMember || (gone.Parts.Count > 0 && part is JsonObject { Count: 0 } or JsonArray { Count: 0 }))
            {
                RemovePart(value, name, part, gone);
            }
        }
    }

    private static void RemovePart(JsonNode? value, string name, JsonNode? part, FieldSet gone)
    {
        var isLeaf = gone.Parts.Count == 0 || part is JsonValue or null or JsonObject { Count: 0 } or JsonArray { Count: 0 };
        if (value is JsonObject members && isLeaf)
        {
            members.Remove(name);
        }
        else if (value is JsonArray items)
        {
            // An item goes when its keys are all that is left of it.
            items.Remove(part);
        }
    }

    private static JsonObject Members(
        IReadOnlyList<(string Step, string Name, JsonNode? Value)> old, IReadOnlyList<(string Step, string Name, JsonNode? Value)> now, List<string> way, ListTopology topology)
    {
        var merged = new JsonObject();
        var news = now.ToDictionary(part => part.Name, part => part.Value, StringComparer.Ordinal);
        foreach (var (_, name, value) in old)
        {
            way.Add(name);
            merged[name] = news.Remove(name, out var other) ? Merge(value, other, way, topology) : value?.DeepClone();
            way.RemoveAt(way.Count - 1);
        }

        foreach (var (_, name, value) in now.Where(part => news.ContainsKey(part.Name)))
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }

    private static JsonArray Items(
        IReadOnlyList<(string Step, string Name, JsonNode? Value)> old, IReadOnlyList<(string Step, string Name, JsonNode? Value)> now, List<string> way, ListTopology topology)
    {
        var merged = new JsonArray();
        var olds = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (step, _, value) in old)
        {
            olds[step] = value;
        }

        // Items that only the first has come as soon as it is their turn there; those that both have, when it is it in the second.
        var seen = now.Select(part => part.Step).ToHashSet(StringComparer.Ordinal);
        way.Add("[]");
        var rest = new Queue<(string Step, string Name, JsonNode? Value)>(old);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (step, _, value) in now)
        {
            while (rest.Count > 0 && (!seen.Contains(rest.Peek().Step) || done.Contains(rest.Peek().Step)))
            {
                var former = rest.Dequeue();
                AddUnless(done.Contains(former.Step), merged, former.Value);
            }

            done.Add(step);
            merged.Add(olds.TryGetValue(step, out var both) ? Merge(both, value, way, topology) : value?.DeepClone());
        }

        way.RemoveAt(way.Count - 1);
        foreach (var (step, _, value) in rest)
        {
            AddUnless(seen.Contains(step), merged, value);
        }

        return merged;
    }

    private static void AddUnless(bool isThere, JsonArray items, JsonNode? item)
    {
        if (!isThere)
        {
            items.Add(item?.DeepClone());
        }
    }
}
