using System.Text.Json.Nodes;

namespace Kube.Testing.Tests.Conformance;

/// <summary>Custom resources: schemas, subresources, tables, and server-side apply by their list types.</summary>
public sealed class CustomResourceTests(TestCluster cluster) : BothServers(cluster)
{
    private const string Definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private const string Widgets = "/apis/conf.example.com/v1/namespaces/{ns}/widgets";

    private const string Definition = """
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"widgets.conf.example.com"},
         "spec":{"group":"conf.example.com","scope":"Namespaced","names":{"plural":"widgets","singular":"widget","kind":"Widget","shortNames":["wg"],"categories":["all"]},
          "versions":[{"name":"v1","served":true,"storage":true,
           "subresources":{"status":{},"scale":{"specReplicasPath":".spec.size","statusReplicasPath":".status.size","labelSelectorPath":".status.selector"}},
           "additionalPrinterColumns":[{"name":"Size","type":"integer","jsonPath":".spec.size"},{"name":"Ready","type":"string","jsonPath":".status.conditions[?(@.type==\"Ready\")].status"},{"name":"Wide","type":"string","jsonPath":".spec.color","priority":1}],
           "schema":{"openAPIV3Schema":{"type":"object","properties":{
            "spec":{"type":"object","required":["size"],"properties":{"size":{"type":"integer","minimum":0,"default":1},"color":{"type":"string","enum":["red","blue"],"default":"red"},
             "parts":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],"items":{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"count":{"type":"integer"}}}},
             "tags":{"type":"array","x-kubernetes-list-type":"set","items":{"type":"string"}}, "plain":{"type":"array","items":{"type":"string"}}}},
            "status":{"type":"object","properties":{"size":{"type":"integer"},"selector":{"type":"string"},
             "conditions":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["type"],"items":{"type":"object","required":["type"],"properties":{"type":{"type":"string"},"status":{"type":"string"}}}}}}}}}}]}}
        """;

    [Fact]
    public Task Objects_are_completed_pruned_and_judged() => CompareAsync(async call =>
    {
        await InstallAsync(call);
        await call.PostAsync(Widgets, Widget("a", """{"other":1}"""));
        await call.PostAsync(Widgets, Widget("b", """{"size":-1,"color":"green","tags":["x","x"],"parts":[{"name":"p"},{"name":"p"}]}"""));
        await call.PostAsync(Widgets, Widget("c", """{"size":"x"}"""));
        await call.MergeAsync($"{Widgets}/a", """{"spec":{"color":"green"}}""");
        await call.StrategicAsync($"{Widgets}/a", """{"spec":{"color":"blue"}}""");
        await call.PutAsync($"{Widgets}/a", Widget("a", """{"size":2}"""));
        var read = (await call.GetAsync($"{Widgets}/a"))!;
        read["spec"]!["other"] = 1;
        read["spec"]!["size"] = 4;
        await call.PutUnnotedAsync($"{Widgets}/a", read.ToJsonString());
        await call.GetAsync($"{Widgets}/a");
        await call.DeleteAsync($"{Widgets}/a");
    }, new(KeepsMessages: false));

    [Fact]
    public Task Status_and_generation_go_their_own_ways() => CompareAsync(async call =>
    {
        await InstallAsync(call);
        await call.PostAsync(Widgets, """{"apiVersion":"conf.example.com/v1","kind":"Widget","metadata":{"name":"a"},"spec":{"size":1},"status":{"size":7}}""");
        await call.MergeAsync($"{Widgets}/a", """{"spec":{"size":2},"status":{"size":7}}""");
        await call.MergeAsync($"{Widgets}/a/status", """{"spec":{"size":9},"status":{"size":7},"metadata":{"labels":{"a":"b"}}}""");
        await call.MergeAsync($"{Widgets}/a", """{"metadata":{"labels":{"a":"b"}}}""");
        await call.MergeAsync($"{Widgets}/a/status", """{"status":{"size":"x"}}""");
        await call.GetAsync($"{Widgets}/a/status");
        await call.DeleteAsync($"{Widgets}/a");
    }, new(KeepsMessages: false));

    [Fact]
    public Task Scale_is_a_view() => CompareAsync(async call =>
    {
        await InstallAsync(call);
        await call.PostAsync(Widgets, Widget("a", """{"size":3}"""));
        await call.MergeAsync($"{Widgets}/a/status", """{"status":{"size":2,"selector":"a=b"}}""");
        await call.GetAsync($"{Widgets}/a/scale");
        await call.MergeAsync($"{Widgets}/a/scale", """{"spec":{"replicas":5}}""");
        await call.PutAsync($"{Widgets}/a/scale", """{"apiVersion":"autoscaling/v1","kind":"Scale","metadata":{"name":"a","namespace":"{ns}"},"spec":{"replicas":6}}""");
        await call.GetAsync($"{Widgets}/a");
    });

    [Fact]
    public Task Tables_show_the_declared_columns() => CompareAsync(async call =>
    {
        const string Table = "application/json;as=Table;g=meta.k8s.io;v=v1";
        await InstallAsync(call);
        await call.PostAsync(Widgets, Widget("a", """{"size":3}"""));
        await call.PostAsync(Widgets, Widget("b", "{}"));
        await call.MergeAsync($"{Widgets}/b/status", """{"status":{"conditions":[{"type":"Ready","status":"False"}]}}""");
        await call.GetAsync(Widgets, Table);
        await call.GetAsync($"{Widgets}/b", Table);
    });

    [Fact]
    public Task Lists_are_applied_by_their_types() => CompareAsync(async call =>
    {
        await InstallAsync(call);
        await call.ApplyAsync($"{Widgets}/a?fieldManager=me", Widget("a", """{"size":1,"parts":[{"name":"p","count":1},{"name":"q","count":1}],"tags":["x","y"],"plain":["1"]}"""));
        await call.ApplyAsync($"{Widgets}/a?fieldManager=you", Widget("a", """{"parts":[{"name":"q"},{"name":"r","count":1}],"tags":["z"]}"""));
        await call.ApplyAsync($"{Widgets}/a?fieldManager=you", Widget("a", """{"parts":[{"name":"q","count":3}],"plain":["2"],"tags":["z"]}"""));
        await call.ApplyAsync($"{Widgets}/a?fieldManager=me", Widget("a", """{"size":1,"parts":[{"name":"q","count":2}],"tags":["y"]}"""));
        await call.MergeAsync($"{Widgets}/a", """{"spec":{"parts":[{"name":"n","count":4}]}}""");
        await call.ApplyAsync($"{Widgets}/a/status?fieldManager=me", """{"apiVersion":"conf.example.com/v1","kind":"Widget","metadata":{"name":"a"},"status":{"size":1,"conditions":[{"type":"Ready","status":"True"}]}}""");
    });

    [Fact]
    public Task Discovery_names_the_kind() => CompareAsync(async call =>
    {
        await InstallAsync(call);
        var list = await call.UntilAsync("/apis/conf.example.com/v1", (_, answer) => answer?["resources"] is JsonArray { Count: > 0 });
        foreach (var resource in (JsonArray)list!["resources"]!)
        {
            ((JsonObject)resource!).Remove("storageVersionHash");
        }

        call.Note(new Masks().Apply(new JsonArray([.. ((JsonArray)list["resources"]!).OrderBy(resource => resource!["name"]!.ToString(), StringComparer.Ordinal)
            .Select(resource => SortVerbs(resource!))]), call.Namespace));
        await call.GetAsync("/apis/conf.example.com");
    });

    private static JsonNode SortVerbs(JsonNode resource)
    {
        var copy = resource.DeepClone();
        copy["verbs"] = new JsonArray([.. ((JsonArray)copy["verbs"]!).Select(verb => verb!.ToString()).Order(StringComparer.Ordinal).Select(verb => JsonValue.Create(verb))]);
        return copy;
    }

    private static string Widget(string name, string spec) => $$$"""{"apiVersion":"conf.example.com/v1","kind":"Widget","metadata":{"name":"{{{name}}}"},"spec":{{{spec}}} }""";

    private static async Task InstallAsync(Conversation call)
    {
        var unnoted = new Conversation(call.Client, call.Namespace, new());
        await unnoted.PostAsync(Definitions, Definition);
        await unnoted.UntilAsync($"{Definitions}/widgets.conf.example.com", (_, answer) => answer?["status"]?["conditions"] is JsonArray conditions
            && conditions.Any(condition => condition!["type"]!.ToString() == "Established" && condition["status"]!.ToString() == "True"));
        await unnoted.UntilAsync(Widgets, (code, _) => code == 200);
    }
}
