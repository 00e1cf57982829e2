using System.Text.Json.Nodes;

namespace Kube.Testing.Tests.Conformance;

/// <summary>Random configurations of several managers, mixed with patches: the same objects, owners and conflicts come of them.</summary>
public sealed class RandomApplyTests(TestCluster cluster) : BothServers(cluster)
{
    private const string Things = "/apis/random.example.com/v1/namespaces/{ns}/things";

    private const string Definition = """
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"things.random.example.com"},
         "spec":{"group":"random.example.com","scope":"Namespaced","names":{"plural":"things","singular":"thing","kind":"Thing"},
          "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","properties":{"spec":{"type":"object","properties":{
            "a":{"type":"integer"},"b":{"type":"integer"},"c":{"type":"string","default":"x"},
            "inner":{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"integer"}}},
            "whole":{"type":"object","x-kubernetes-map-type":"atomic","properties":{"a":{"type":"integer"},"b":{"type":"integer"}}},
            "map":{"type":"object","additionalProperties":{"type":"integer"}},
            "set":{"type":"array","x-kubernetes-list-type":"set","items":{"type":"string"}},
            "plain":{"type":"array","items":{"type":"integer"}},
            "parts":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],"items":{"type":"object","required":["name"],
              "properties":{"name":{"type":"string"},"a":{"type":"integer"},"b":{"type":"integer"}}}}}}}}}}]}}
        """;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Histories_end_alike(int seed)
    {
        var steps = 8;
        await CompareAsync(
            async call =>
            {
                await InstallAsync(call);
                steps = await RunAsync(call, new(seed), steps);
            },
            new(KeepsManagedFields: true, KeepsMessages: false, SortsLists: true));
        Assert.InRange(steps, 1, 8);
    }

    // Servers before 1.22 put null where the last part of an object or list goes, and then refuse that: the history ends there, for both.
    private static async Task<int> RunAsync(Conversation call, Random random, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            var manager = $"m{random.Next(3)}";
            var body = Thing(Spec(random));
            var answer = await (random.Next(4) switch
            {
                0 => call.MergeAsync($"{Things}/t?fieldManager={manager}", new JsonObject { ["spec"] = JsonNode.Parse(body)!["spec"]!.DeepClone() }.ToJsonString()),
                1 => call.ApplyAsync($"{Things}/t?fieldManager={manager}&force=true", body),
                _ => call.ApplyAsync($"{Things}/t?fieldManager={manager}", body),
            });
            if (answer!["code"]?.ToString() == "422")
            {
                call.Forget();
                return i;
            }
        }

        return steps;
    }

    private static JsonObject Spec(Random random)
    {
        var spec = new JsonObject();
        void Maybe(string name, Func<JsonNode> value)
        {
            if (random.Next(3) == 0)
            {
                spec[name] = value();
            }
        }

        Maybe("a", () => random.Next(2));
        Maybe("b", () => random.Next(2));
        Maybe("c", () => random.Next(2) == 0 ? "x" : "y");
        Maybe("inner", () => Pair(random, 1));
        Maybe("whole", () => Pair(random, 1));
        Maybe("map", () => Pair(random, 1));
        Maybe("set", () => new JsonArray([.. Some(random, "x", "y", "z").Select(item => JsonValue.Create(item))]));
        Maybe("plain", () => new JsonArray([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => JsonValue.Create(random.Next(2)))]));
        Maybe("parts", () => new JsonArray([.. Some(random, "p", "q", "r").Select(name =>
        {
            var part = Pair(random, 0);
            part["name"] = name;
            return part;
        })]));
        return spec.Count == 0 ? new JsonObject { ["a"] = 1 } : spec;
    }

    private static JsonObject Pair(Random random, int least)
    {
        var pair = new JsonObject();
        foreach (var name in new[] { "a", "b" }.Where(_ => random.Next(2) == 0))
        {
            pair[name] = random.Next(2);
        }

        if (pair.Count < least)
        {
            pair["a"] = 1;
        }

        return pair;
    }

    private static List<string> Some(Random random, params string[] names) =>
        names.Where(_ => random.Next(2) == 0).ToList() is { Count: > 0 } some ? some : [names[0]];

    private static string Thing(JsonObject spec) => new JsonObject
    {
        ["apiVersion"] = "random.example.com/v1",
        ["kind"] = "Thing",
        ["metadata"] = new JsonObject { ["name"] = "t" },
        ["spec"] = spec,
    }.ToJsonString();

    private static async Task InstallAsync(Conversation call)
    {
        var unnoted = new Conversation(call.Client, call.Namespace, new());
        await unnoted.PostAsync("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", Definition);
        await unnoted.UntilAsync("/apis/apiextensions.k8s.io/v1/customresourcedefinitions/things.random.example.com", (_, answer) =>
            answer?["status"]?["conditions"] is JsonArray conditions && conditions.Count > 1);
        await unnoted.UntilAsync(Things, (code, _) => code == 200);
    }
}
