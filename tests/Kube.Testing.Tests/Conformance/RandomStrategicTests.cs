using System.Text.Json.Nodes;

namespace Kube.Testing.Tests.Conformance;

/// <summary>Random strategic merge patches of a pod template, with directives: the same template comes of them, in the same order.</summary>
public sealed class RandomStrategicTests(TestCluster cluster) : BothServers(cluster)
{
    private const int Steps = 8;
    private const string Templates = "/api/v1/namespaces/{ns}/podtemplates";

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Patches_end_alike(int seed)
    {
        var refused = new HashSet<int>();
        await CompareAsync(call => RunAsync(call, new(seed), refused), new(KeepsMessages: false));
        Assert.InRange(refused.Count, 0, Steps - 1);
    }

    // What the real server refuses, asked first, is not sent to ours: templates are not validated here.
    private static async Task RunAsync(Conversation call, Random random, HashSet<int> refused)
    {
        await call.PostAsync(Templates, """
                {"metadata":{"name":"t"},"template":{"spec":{"containers":[{"name":"a","image":"i:1"},{"name":"b","image":"i:1"}],
                 "volumes":[{"name":"v","emptyDir":{}},{"name":"w","emptyDir":{}}]}}}
                """);
        for (var i = 0; i < Steps; i++)
        {
            var spec = new JsonObject { ["containers"] = Containers(random) };
            Maybe(random, spec, "volumes", () => Volumes(random));
            Maybe(random, spec, "nodeSelector", () => Labels(random));
            Maybe(random, spec, "tolerations", () => new JsonArray(new JsonObject { ["key"] = $"k{random.Next(2)}", ["operator"] = "Exists" }));
            Maybe(random, spec, "hostAliases", () => new JsonArray(new JsonObject { ["ip"] = $"10.0.0.{random.Next(3)}", ["hostnames"] = new JsonArray($"h{random.Next(2)}") }));
            Maybe(random, spec, "imagePullSecrets", () => new JsonArray(new JsonObject { ["name"] = $"s{random.Next(3)}" }));
            var metadata = new JsonObject();
            Maybe(random, metadata, "labels", () => Labels(random));
            if (refused.Contains(i))
            {
                continue;
            }

            var patch = new JsonObject { ["metadata"] = metadata, ["template"] = new JsonObject { ["spec"] = spec } };
            if ((await call.StrategicAsync($"{Templates}/t", patch.ToJsonString()))!["code"]?.ToString() == "422")
            {
                call.Forget();
                refused.Add(i);
            }
        }
    }

    private static JsonArray Containers(Random random)
    {
        var list = new JsonArray();
        foreach (var name in new[] { "a", "b", "c", "d" }.Where(_ => random.Next(2) == 0).OrderBy(_ => random.Next()))
        {
            list.Add((JsonNode)(random.Next(6) == 0 && name != "a" ? new JsonObject { ["name"] = name, ["$patch"] = "delete" } : Container(random, name)));
        }

        return list.Count == 0 ? [(JsonNode)Container(random, "a")] : list;
    }

    private static JsonObject Container(Random random, string name)
    {
        var container = new JsonObject { ["name"] = name, ["image"] = $"i:{random.Next(3)}" };
        Maybe(random, container, "args", () => new JsonArray($"{random.Next(3)}"));
        Maybe(random, container, "env", () => new JsonArray([.. Names(random, "x", "y", "z").Select(variable => new JsonObject { ["name"] = variable, ["value"] = $"{random.Next(3)}" })]));
        Maybe(random, container, "ports", () => new JsonArray([.. Names(random, "1", "2", "3").Select(port => new JsonObject { ["containerPort"] = int.Parse(port, null) })]));
        Maybe(random, container, "volumeMounts", () => new JsonArray([.. Names(random, "v").Select(volume => new JsonObject { ["name"] = volume, ["mountPath"] = $"/m{random.Next(2)}" })]));
        Maybe(random, container, "resources", () => new JsonObject { ["limits"] = new JsonObject { ["cpu"] = $"{random.Next(1, 3)}" } });
        return container;
    }

    private static JsonArray Volumes(Random random) => random.Next(4) == 0
        ? [new JsonObject { ["name"] = "w", ["$retainKeys"] = new JsonArray("name", "hostPath"), ["hostPath"] = new JsonObject { ["path"] = "/x" } }]
        : [.. Names(random, "v", "u").Select(name => new JsonObject { ["name"] = name, ["emptyDir"] = new JsonObject() })];

    private static JsonObject Labels(Random random)
    {
        var labels = new JsonObject(Names(random, "a", "b", "c").Select(name => KeyValuePair.Create(name, (JsonNode?)$"{random.Next(3)}")));
        if (random.Next(5) == 0)
        {
            labels["$patch"] = "replace";
        }

        return labels;
    }

    private static List<string> Names(Random random, params string[] names) =>
        [.. names.Where(_ => random.Next(2) == 0).DefaultIfEmpty(names[0]).OrderBy(_ => random.Next())];

    private static void Maybe(Random random, JsonObject owner, string name, Func<JsonNode> value)
    {
        if (random.Next(3) == 0)
        {
            owner[name] = value();
        }
    }
}
