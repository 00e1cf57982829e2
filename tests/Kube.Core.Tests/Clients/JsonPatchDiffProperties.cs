using System.Text.Json.Nodes;
using CsCheck;

namespace Kube.Core.Tests.Clients;

public sealed class JsonPatchDiffProperties
{
    private const string Unknown = "known-to-the-server-only";

    private static readonly Gen<(string Before, string After)> s_states = Gen.Select(JsonDocuments.Objects, JsonDocuments.Objects);

    [Fact]
    public void Applied_to_the_former_state_a_diff_gives_the_later_state() => s_states.Sample(states =>
    {
        var (before, after) = (Parse(states.Before), Parse(states.After));

        return JsonNode.DeepEquals(after, JsonPatchApplier.Apply(JsonPatchDiff.Between(before, after), before));
    });

    [Fact]
    public void A_state_differs_from_itself_in_nothing() =>
        JsonDocuments.Objects.Sample(state => JsonPatchDiff.Between(Parse(state), Parse(state)).Count == 0);

    [Fact]
    public void What_only_the_server_knows_stays_with_its_object() => s_states.Sample(states =>
    {
        var (before, after) = (Parse(states.Before), Parse(states.After));
        var server = Parse(states.Before);
        var count = 0;
        Mark(server, ref count);

        var result = JsonPatchApplier.Apply(JsonPatchDiff.Between(before, after), server);

        AssertKept(server, after, result);
        Unmark(result);
        return JsonNode.DeepEquals(after, result);
    });

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    private static void Mark(JsonNode? node, ref int count)
    {
        foreach (var child in Children(node))
        {
            Mark(child, ref count);
        }

        if (node is JsonObject o)
        {
            o[Unknown] = count++;
        }
    }

    private static void Unmark(JsonNode? node)
    {
        (node as JsonObject)?.Remove(Unknown);
        foreach (var child in Children(node))
        {
            Unmark(child);
        }
    }

    private static List<JsonNode?> Children(JsonNode? node) => node switch
    {
        JsonObject o => [.. o.Select(member => member.Value)],
        JsonArray list => [.. list],
        _ => [],
    };

    // Objects at the same place, and list items of the same name, are the same before and after, so they keep their mark.
    private static void AssertKept(JsonNode? server, JsonNode? after, JsonNode? result)
    {
        switch (server, after)
        {
            case (JsonObject s, JsonObject a):
                Assert.True(JsonNode.DeepEquals(s[Unknown], result![Unknown]), $"{s.GetPath()} lost its mark");
                foreach (var (name, value) in a)
                {
                    AssertKept(s[name], value, result[name]);
                }

                break;
            case (JsonArray s, JsonArray a):
                for (var i = 0; i < a.Count; i++)
                {
                    AssertKept(NameOf(a[i]) is { } name ? s.FirstOrDefault(item => NameOf(item) == name) : null, a[i], result![i]);
                }

                break;
        }
    }

    private static string? NameOf(JsonNode? item) => item is JsonObject o ? (string?)o["name"] : null;
}
