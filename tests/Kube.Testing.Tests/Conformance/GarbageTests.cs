using System.Text.Json.Nodes;

namespace Kube.Testing.Tests.Conformance;

/// <summary>What goes when its owner, or its namespace, goes.</summary>
public sealed class GarbageTests(TestCluster cluster) : BothServers(cluster)
{
    private const string Maps = "/api/v1/namespaces/{ns}/configmaps";

    [Fact]
    public Task Dependents_go_in_the_background() => CompareAsync(async call =>
    {
        await MakeAsync(call);
        await call.DeleteAsync($"{Maps}/owner", """{"propagationPolicy":"Background"}""");
        await call.UntilAsync($"{Maps}/b", (code, _) => code == 404);
        await call.UntilAsync($"{Maps}/a", (code, _) => code == 404);
        await call.GetAsync($"{Maps}/free");
    });

    [Fact]
    public Task Dependents_go_first_in_the_foreground() => CompareAsync(async call =>
    {
        await MakeAsync(call);
        await call.MergeAsync($"{Maps}/a", """{"metadata":{"finalizers":["example.com/hold"]}}""");
        await call.DeleteAsync($"{Maps}/owner", """{"propagationPolicy":"Foreground"}""");
        await call.UntilAsync($"{Maps}/b", (code, _) => code == 404);
        await call.UntilAsync($"{Maps}/a", (_, answer) => answer?["metadata"]?["deletionTimestamp"] is not null);
        await call.GetAsync($"{Maps}/owner");
        await call.MergeAsync($"{Maps}/a", """{"metadata":{"finalizers":null}}""");
        await call.UntilAsync($"{Maps}/owner", (code, _) => code == 404);
    });

    [Fact]
    public Task Dependents_can_be_set_free() => CompareAsync(async call =>
    {
        await MakeAsync(call);
        await call.DeleteAsync($"{Maps}/owner", """{"propagationPolicy":"Orphan"}""");
        await call.UntilAsync($"{Maps}/owner", (code, _) => code == 404);
        await call.GetAsync($"{Maps}/a");
        await call.GetAsync($"{Maps}/b");
    });

    [Fact]
    public Task A_namespace_goes_with_all_that_is_in_it() => CompareAsync(async call =>
    {
        await call.PostAsync(Maps, """{"metadata":{"name":"a","finalizers":["example.com/hold"]}}""");
        await call.DeleteAsync("/api/v1/namespaces/{ns}");
        await call.UntilAsync($"{Maps}/a", (_, answer) => answer?["metadata"]?["deletionTimestamp"] is not null);
        await call.PostAsync(Maps, """{"metadata":{"name":"b"}}""");
        await call.MergeAsync($"{Maps}/a", """{"metadata":{"finalizers":null}}""");
        await call.UntilAsync("/api/v1/namespaces/{ns}", (code, _) => code == 404);
    });

    [Fact]
    public Task Owners_that_are_not_there_do_not_hold_what_others_still_hold() => CompareAsync(async call =>
    {
        const string Gone = """{"apiVersion":"v1","kind":"ConfigMap","name":"never","uid":"27662c80-137f-4755-b4bc-6daca80ea4bc"}""";
        const string Unknown = """{"apiVersion":"unknown.example.com/v1","kind":"Unknown","name":"x","uid":"37662c80-137f-4755-b4bc-6daca80ea4bc"}""";
        var owner = await call.PostAsync(Maps, """{"metadata":{"name":"owner"}}""");
        var present = $$"""{"apiVersion":"v1","kind":"ConfigMap","name":"owner","uid":"{{owner!["metadata"]!["uid"]}}"}""";
        await call.PostAsync(Maps, $$$"""{"metadata":{"name":"lost","ownerReferences":[{{{Gone}}}]} }""");
        await call.PostAsync(Maps, $$$"""{"metadata":{"name":"unsure","ownerReferences":[{{{Unknown}}}]} }""");
        await call.PostAsync(Maps, $$$"""{"metadata":{"name":"held","ownerReferences":[{{{Gone}}},{{{present}}}]} }""");
        await call.UntilAsync($"{Maps}/lost", (code, _) => code == 404);
        await call.UntilAsync($"{Maps}/held", (_, answer) => answer?["metadata"]?["ownerReferences"] is JsonArray { Count: 1 });
        await call.GetAsync($"{Maps}/unsure");
        await call.GetAsync($"{Maps}/held");
    });

    private static async Task MakeAsync(Conversation call)
    {
        var owner = await call.PostAsync(Maps, """{"metadata":{"name":"owner"}}""");
        await call.PostAsync(Maps, """{"metadata":{"name":"free"}}""");
        foreach (var (name, blocks) in new[] { ("a", "true"), ("b", "false") })
        {
            var reference = new JsonObject
            {
                ["apiVersion"] = "v1",
                ["kind"] = "ConfigMap",
                ["name"] = "owner",
                ["uid"] = owner!["metadata"]!["uid"]!.ToString(),
                ["blockOwnerDeletion"] = blocks == "true",
            };
            await call.PostAsync(Maps, $$$"""{"metadata":{"name":"{{{name}}}","ownerReferences":[{{{reference.ToJsonString()}}}]} }""");
        }
    }
}
