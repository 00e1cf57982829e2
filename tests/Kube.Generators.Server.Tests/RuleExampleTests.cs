using System.Text;
using System.Text.Json.Nodes;
using Ray.Api.V1;

namespace Kube.Generators.Server.Tests;

/// <summary>Every validation rule of the repository's kinds, seen to accept and to refuse on a real API server.</summary>
public class RuleExampleTests
{
    private const string Sound = """
        {"apiVersion":"GROUP/v1","kind":"RayCluster","metadata":{"name":"x","namespace":"default"},
         "spec":{"managedBy":"ray.io/kuberay-operator","gcsFaultToleranceOptions":{"backend":"redis","redisAddress":"r:6379"},
           "headGroupSpec":{"template":{"spec":{"containers":[{"name":"ray","image":"i"}]}}},
           "workerGroupSpecs":[{"groupName":"a","minReplicas":1,"maxReplicas":2,"template":{"spec":{"containers":[{"name":"ray","image":"i"}]}}}]}}
        """;

    /// <summary>By its message: for each rule the change that it refuses, and one that it takes. Both are changes of the stored object.</summary>
    private static readonly Dictionary<string, (string Path, string Refused, string Taken)> s_examples = new()
    {
        ["gcsFaultToleranceOptions.backend is immutable"] = ("gcsFaultToleranceOptions.backend", "\"rocksdb\"", "\"redis\""),
        ["the managedBy field is immutable"] = ("managedBy", "\"kueue.x-k8s.io/multikueue\"", "\"ray.io/kuberay-operator\""),
        ["the managedBy field value must be either 'ray.io/kuberay-operator' or 'kueue.x-k8s.io/multikueue'"] =
            ("managedBy", "\"me\"", "\"ray.io/kuberay-operator\""),
        ["headgroup is the name of the head's own group"] = ("workerGroupSpecs.0.groupName", "\"headgroup\"", "\"b\""),
        ["minReplicas must not exceed maxReplicas"] = ("workerGroupSpecs.0.minReplicas", "3", "2"),
    };

    [Fact]
    public async Task EveryRuleAcceptsAndRefuses()
    {
        using var server = await CelServer.ConnectAsync();
        var group = $"rules-{Environment.ProcessId}.example.com";
        var definition = DefinitionIn(group);
        var messages = RulesOf(definition).Select(r => (string)r["message"]!).Distinct().ToList();
        Assert.Equal(s_examples.Keys.Order(), messages.Order());
        await server.CreateDefinitionAsync(definition);
        try
        {
            var path = $"/apis/{group}/v1/namespaces/default/rayclusters";
            var sound = Sound.Replace("GROUP", group, StringComparison.Ordinal);
            Assert.Null(await server.TryAsync(Request(HttpMethod.Post, path, sound)));
            foreach (var (message, example) in s_examples)
            {
                Assert.Null(await server.TryAsync(Change(path, sound, example.Path, example.Taken)));
                Assert.Contains(message, await server.TryAsync(Change(path, sound, example.Path, example.Refused)), StringComparison.Ordinal);
            }
        }
        finally
        {
            await server.DeleteDefinitionAsync((string)definition["metadata"]!["name"]!);
        }
    }

    private static JsonObject DefinitionIn(string group)
    {
        var definition = JsonNode.Parse(Encoding.UTF8.GetString(RayCluster.CustomResourceDefinition))!.AsObject();
        definition["metadata"] = new JsonObject { ["name"] = $"rayclusters.{group}" };
        definition["spec"]!["group"] = group;
        definition["spec"]!.AsObject().Remove("conversion");
        return definition;
    }

    private static IEnumerable<JsonObject> RulesOf(JsonNode? node) => node switch
    {
        JsonObject o => (o["x-kubernetes-validations"] as JsonArray ?? []).Select(r => r!.AsObject())
            .Concat(o.Where(m => m.Key != "x-kubernetes-validations").SelectMany(m => RulesOf(m.Value))),
        JsonArray a => a.SelectMany(RulesOf),
        _ => [],
    };

    private static ApiRequest Change(string path, string sound, string place, string value)
    {
        var changed = JsonNode.Parse(sound)!;
        var steps = place.Split('.');
        var parent = steps.SkipLast(1).Aggregate(changed["spec"]!, (node, step) => node is JsonArray a ? a[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!);
        parent[steps[^1]] = JsonNode.Parse(value);

        // A merge patch needs no resource version; a dry run leaves the object as it is.
        var patch = new JsonObject { ["spec"] = changed["spec"]!.DeepClone() };
        return Request(HttpMethod.Patch, $"{path}/x", patch.ToJsonString()) with { Query = "dryRun=All", ContentType = MediaTypes.MergePatch };
    }

    private static ApiRequest Request(HttpMethod method, string path, string body) => new(method, path) { Body = Encoding.UTF8.GetBytes(body) };
}
