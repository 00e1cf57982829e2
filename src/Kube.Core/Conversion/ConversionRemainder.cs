using System.Text.Json.Nodes;

namespace Kube;

/// <summary>
/// What a conversion loses, as a list of places: <c>{"at":["spec","groups",{"name":"a"},"size"],"seen":1,"value":2}</c> says that a size came
/// out as 1 where 2 was. It is put back only where 1 still comes out, so whatever was edited since wins.
/// </summary>
/// <remarks>
/// A member that is absent has no <c>seen</c> or no <c>value</c>. Items of lists are found by their names, so they may move; a list whose order
/// changed has the two orders of names. A list whose items have no names in common is one value.
/// </remarks>
internal static class ConversionRemainder
{
    internal const string At = "at";
    internal const string Seen = "seen";
    internal const string Value = "value";
    internal const string Order = "order";

    /// <summary>The places in which <paramref name="plain"/>, what comes out, differs from <paramref name="wanted"/>, what was there.</summary>
    public static JsonArray Between(JsonObject plain, JsonObject wanted)
    {
        var entries = new JsonArray();
        CompareMembers(entries, [], plain, wanted);
        return entries;
    }

    private static void CompareMembers(JsonArray entries, JsonNode[] at, JsonObject plain, JsonObject wanted)
    {
        foreach (var (name, value) in plain)
        {
            JsonNode[] member = [.. at, name];
            if (!wanted.TryGetPropertyValue(name, out var other))
            {
                entries.Add((JsonNode)Entry(member, (Seen, value)));
            }
            else
            {
                Compare(entries, member, value, other);
            }
        }

        foreach (var (name, value) in wanted.Where(member => !plain.ContainsKey(member.Key)))
        {
            entries.Add((JsonNode)Entry([.. at, name], (Value, value)));
        }
    }

    private static void Compare(JsonArray entries, JsonNode[] at, JsonNode? plain, JsonNode? wanted)
    {
        switch (plain, wanted)
        {
            case (JsonObject p, JsonObject w):
                CompareMembers(entries, at, p, w);
                break;
            case (JsonArray p, JsonArray w) when NamedItems.KeyOf(p, w) is { } key:
                CompareItems(entries, at, key, p, w);
                break;
            default:
                if (!JsonNode.DeepEquals(plain, wanted))
                {
                    entries.Add((JsonNode)Entry(at, (Seen, plain), (Value, wanted)));
                }

                break;
        }
    }

    private static void CompareItems(JsonArray entries, JsonNode[] at, string key, JsonArray plain, JsonArray wanted)
    {
        foreach (var item in wanted.OfType<JsonObject>())
        {
            var name = item[key]!;
            CompareMembers(entries, [.. at, NamedItems.Step(key, name)], NamedItems.Find(plain, key, name)!, item);
        }

        var (seen, order) = (NamedItems.NamesOf(plain, key), NamedItems.NamesOf(wanted, key));
        if (!JsonNode.DeepEquals(seen, order))
        {
            entries.Add((JsonNode)Entry([.. at, key], (Seen, seen), (Order, order)));
        }
    }

    private static JsonObject Entry(JsonNode[] at, params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var entry = new JsonObject { [At] = new JsonArray([.. at.Select(step => step.DeepClone())]) };
        foreach (var (name, value) in members)
        {
            entry[name] = value?.DeepClone();
        }

        return entry;
    }
}
