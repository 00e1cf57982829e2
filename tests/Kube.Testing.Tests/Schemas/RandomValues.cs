using System.Text.Json.Nodes;

namespace Kube.Testing.Tests.Schemas;

/// <summary>Random values, from words so few that they are often right.</summary>
internal sealed class RandomValues(int seed)
{
    private static readonly string[] s_scalars =
    [
        "null", "true", "0", "1", "2", "3", "-1", "1.0", "1.5", "2.5", "0.07", "1e3", "9007199254740993", "9223372036854775807", "9223372036854775808",
        "\"\"", "\"a\"", "\"ab\"", "\"abc\"", "\"b\"", "\"x\\n\"", "\"\\ud83d\\ude00\"", "\"1\"",
    ];

    private readonly Random _random = new(seed);

    public JsonNode? Next() => _random.Next(10) switch
    {
        < 3 => Scalar(),
        < 5 => List(2),
        < 9 => Members(2),
        _ => JsonNode.Parse("""{"apiVersion":"v1","kind":"K","metadata":{"name":"n","labels":{"a":"b"},"x":1},"a":1,"y":2}"""),
    };

    private JsonNode? Scalar() => JsonNode.Parse(s_scalars[_random.Next(s_scalars.Length)]);

    private JsonNode? Value(int depth) => depth == 0 ? Scalar() : _random.Next(6) switch { < 4 => Scalar(), 4 => List(depth - 1), _ => Members(depth - 1) };

    private JsonArray List(int depth) => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => _random.Next(2) == 0 ? Members(depth - 1) : Value(depth - 1))];

    private JsonObject Members(int depth)
    {
        var members = new JsonObject();
        foreach (var name in new[] { "a", "b", "c", "d" }.Where(_ => _random.Next(5) < 2))
        {
            members[name] = Value(Math.Max(0, depth));
        }

        return members;
    }
}
