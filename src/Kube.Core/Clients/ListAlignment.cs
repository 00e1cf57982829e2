using System.Text.Json.Nodes;

namespace Kube;

/// <summary>Finds, for each item of a list's later state, the item of its former state that is the same thing.</summary>
internal static class ListAlignment
{
    /// <summary>
    /// The keys by which Kubernetes lists tell their items apart, most specific first: a volume may be mounted twice under one name.
    /// </summary>
    internal static readonly string[] Identities =
        ["groupName", "mountPath", "devicePath", "uid", "name", "containerPort", "port", "topologyKey", "key", "ip", "type"];

    /// <summary>
    /// For each item of <paramref name="after"/> the index of its partner in <paramref name="before"/>, or null for a new item. Nobody is
    /// the partner of two. Equal items find each other first, so that a change never steals the partner of what stayed.
    /// </summary>
    public static int?[] Partners(JsonArray before, JsonArray after)
    {
        var partners = new int?[after.Count];
        var isTaken = new bool[before.Count];
        Pair(JsonNode.DeepEquals);
        Pair(HaveSameIdentity);
        return partners;

        void Pair(Func<JsonNode?, JsonNode?, bool> areSame)
        {
            for (var n = 0; n < after.Count; n++)
            {
                for (var o = 0; o < before.Count && partners[n] is null; o++)
                {
                    if (!isTaken[o] && areSame(before[o], after[n]))
                    {
                        (partners[n], isTaken[o]) = (o, true);
                    }
                }
            }
        }
    }

    private static bool HaveSameIdentity(JsonNode? before, JsonNode? after)
    {
        if (before is JsonObject b && after is JsonObject a)
        {
            foreach (var identity in Identities)
            {
                if (b.TryGetPropertyValue(identity, out var old) && a.TryGetPropertyValue(identity, out var @new))
                {
                    return JsonNode.DeepEquals(old, @new);
                }
            }
        }

        return false;
    }
}
