using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Works out field sets: of what somebody applies, and of what a write changed.</summary>
internal static class FieldSets
{
    private static readonly string[] s_identity =
    [
        "f:name", "f:namespace", "f:creationTimestamp", "f:selfLink", "f:uid", "f:clusterName", "f:generation", "f:managedFields", "f:resourceVersion",
    ];

    /// <summary>The fields of a configuration that is applied.</summary>
    public static FieldSet OfApplied(JsonObject value, ListTopology topology)
    {
        var set = new FieldSet();
        Collect(value, [], topology, set);
        return WithoutIdentity(set);
    }

    /// <summary>What differs between two states: what came or changed, and what went.</summary>
    public static (FieldSet Changed, FieldSet Removed) Compare(JsonObject? before, JsonObject after, ListTopology topology)
    {
        var (changed, removed) = (new FieldSet(), new FieldSet());
        Compare(before ?? [], after, [], topology, changed, removed);
        return (WithoutIdentity(changed), WithoutIdentity(removed));
    }

    private static void Collect(JsonNode? value, List<string> way, ListTopology topology, FieldSet set)
    {
        if (TypedParts.Of(value, way, topology) is not { Count: > 0 } parts)
        {
            set.IsMember = true;
            return;
        }

        set.IsMember |= value is JsonObject && way is [.., "[]"];
        foreach (var (step, name, part) in parts)
        {
            way.Add(name);
            Collect(part, way, topology, set[step]);
            way.RemoveAt(way.Count - 1);
        }
    }

    private static void Compare(JsonNode? before, JsonNode? after, List<string> way, ListTopology topology, FieldSet changed, FieldSet removed)
    {
        var old = TypedParts.Of(before, way, topology);
        var now = TypedParts.Of(after, way, topology);
        if (old is null || now is null)
        {
            if (!JsonNode.DeepEquals(before, after))
            {
                changed.IsMember = true;
                AddAll(now, way, topology, changed);
            }

            return;
        }

        var former = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (step, _, part) in old)
        {
            former[step] = part;
        }

        foreach (var (step, name, part) in now)
        {
            way.Add(name);
            if (!former.Remove(step, out var was))
            {
                changed[step].IsMember = true;
                AddAll(TypedParts.Of(part, way, topology), way, topology, changed[step]);
            }
            else
            {
                Compare(was, part, way, topology, changed[step], removed[step]);
            }

            way.RemoveAt(way.Count - 1);
        }

        RemoveAll(old.Where(part => former.ContainsKey(part.Step)), way, topology, removed);
    }

    private static void AddAll(IReadOnlyList<(string Step, string Name, JsonNode? Value)>? parts, List<string> way, ListTopology topology, FieldSet set)
    {
        foreach (var (step, name, part) in parts ?? [])
        {
            way.Add(name);
            set[step].IsMember = true;
            AddAll(TypedParts.Of(part, way, topology), way, topology, set[step]);
            way.RemoveAt(way.Count - 1);
        }
    }

    private static void RemoveAll(IEnumerable<(string Step, string Name, JsonNode? Value)> parts, List<string> way, ListTopology topology, FieldSet set) =>
        AddAll([.. parts], way, topology, set);

    private static FieldSet WithoutIdentity(FieldSet set)
    {
        var identity = new FieldSet();
        identity["f:apiVersion"].IsMember = true;
        identity["f:kind"].IsMember = true;
        identity["f:metadata"].IsMember = true;
        foreach (var step in s_identity)
        {
            identity["f:metadata"][step].IsMember = true;
        }

        // Below managedFields and the like nothing is anybody's either; they are atomic, so that there is nothing below.
        set.IsMember = false;
        return set.Union(new FieldSet()).Except(identity);
    }
}
