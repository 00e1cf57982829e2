using System.Text;
using System.Text.Json.Nodes;

namespace Ray.Operator.Tests.Support;

/// <summary>Makes bad bodies of good ones, the same for the same seed.</summary>
internal sealed class JsonMutator(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A body that differs from the given object in one to four places, or in its bytes.</summary>
    public byte[] Mutate(JsonObject original)
    {
        var bytes = Encoding.UTF8.GetBytes(MutateTree(original).ToJsonString());
        return _random.Next(4) == 0 ? Damaged(bytes) : bytes;
    }

    /// <summary>An object that differs from the given one in one to four places.</summary>
    public JsonObject MutateTree(JsonObject original)
    {
        var copy = (JsonObject)original.DeepClone();
        for (var left = _random.Next(1, 5); left > 0; left--)
        {
            MutateNode(copy);
        }

        return copy;
    }

    private void MutateNode(JsonNode root)
    {
        var places = Below(root).Where(node => node.Parent is not null).ToList();
        if (places.Count == 0)
        {
            return;
        }

        var node = places[_random.Next(places.Count)];
        var value = _random.Next(5) == 0 ? null : Value(places);
        switch (node.Parent)
        {
            case JsonObject parent when _random.Next(4) == 0:
                parent.Remove(node.GetPropertyName());
                break;
            case JsonObject parent:
                parent[node.GetPropertyName()] = value;
                break;
            case JsonArray parent when _random.Next(4) == 0:
                parent.Add(node.DeepClone());
                break;
            case JsonArray parent:
                parent[node.GetElementIndex()] = value;
                break;
        }
    }

    private JsonNode? Value(List<JsonNode> others) => _random.Next(12) switch
    {
        0 => JsonValue.Create(_random.NextInt64()),
        1 => JsonValue.Create(double.MaxValue),
        2 => JsonValue.Create(""),
        3 => JsonValue.Create(new string('ä', 100_000)),
        4 => JsonValue.Create(true),
        5 => new JsonArray(null, null),
        6 => new JsonObject(),
        7 => Deep(60),
        8 => JsonValue.Create("ray.io/v1alpha1"),
        9 => JsonValue.Create("ray.io/v1"),
        10 => JsonValue.Create("\0\uFFFE<>&"),
        _ => others[_random.Next(others.Count)].DeepClone(),
    };

    private byte[] Damaged(byte[] bytes)
    {
        for (var left = _random.Next(1, 4); left > 0; left--)
        {
            bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
        }

        return _random.Next(2) == 0 ? bytes : bytes[.._random.Next(bytes.Length)];
    }

    private static JsonArray Deep(int levels) => levels == 0 ? [] : [Deep(levels - 1)];

    private static IEnumerable<JsonNode> Below(JsonNode node)
    {
        yield return node;
        var children = node switch
        {
            JsonObject map => map.Select(member => member.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (var below in children.OfType<JsonNode>().SelectMany(Below))
        {
            yield return below;
        }
    }
}
