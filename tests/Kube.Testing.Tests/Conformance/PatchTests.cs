namespace Kube.Testing.Tests.Conformance;

/// <summary>The patches.</summary>
public sealed class PatchTests(TestCluster cluster) : BothServers(cluster)
{
    private const string Maps = "/api/v1/namespaces/{ns}/configmaps";
    private const string Pods = "/api/v1/namespaces/{ns}/pods";

    [Fact]
    public Task Merge_patches() => CompareAsync(async call =>
    {
        await call.PostAsync(Maps, """{"metadata":{"name":"a","labels":{"x":"y"}},"data":{"k":"v","l":"w"}}""");
        await call.MergeAsync($"{Maps}/a", """{"data":{"k":null,"m":"n"},"metadata":{"labels":null,"annotations":{"a":"b"}}}""");
        await call.MergeAsync($"{Maps}/a", """{"metadata":{"name":"b"}}""");
        await call.MergeAsync($"{Maps}/a", """{"metadata":{"resourceVersion":"1"}}""");
        await call.MergeAsync($"{Maps}/none", """{"data":{"k":"v"}}""");
        await call.SendAsync("PATCH", $"{Maps}/a", """{"data":{"k":"v"}}""", "application/json");
    }, new(KeepsMessages: false));

    [Fact]
    public Task Json_patches() => CompareAsync(async call =>
    {
        await call.PostAsync(Maps, """{"metadata":{"name":"a","finalizers":["example.com/a"],"annotations":{"example.com/k":"v"}},"data":{"n":"v"}}""");
        await call.JsonPatchAsync($"{Maps}/a", """[{"op":"test","path":"/metadata/annotations/example.com~1k","value":"v"},{"op":"replace","path":"/metadata/annotations/example.com~1k","value":"w"},{"op":"add","path":"/data/n","value":"o"}]""");
        await call.JsonPatchAsync($"{Maps}/a", """[{"op":"copy","from":"/data/n","path":"/data/p"},{"op":"move","from":"/data/n","path":"/data/q"}]""");
        await call.JsonPatchAsync($"{Maps}/a", """[{"op":"add","path":"/metadata/finalizers/-","value":"example.com/b"},{"op":"add","path":"/metadata/finalizers/0","value":"example.com/c"}]""");
        await call.JsonPatchAsync($"{Maps}/a", """[{"op":"test","path":"/data/p","value":"other"}]""");
        await call.JsonPatchAsync($"{Maps}/a", """[{"op":"remove","path":"/data/none"}]""");
        await call.JsonPatchAsync($"{Maps}/a", """[{"op":"add","path":"/none/none","value":1}]""");
        await call.JsonPatchAsync($"{Maps}/a", """[{"op":"remove","path":"/metadata/finalizers"}]""");
    }, new(KeepsMessages: false));

    [Fact]
    public Task Strategic_merge_patches() => CompareAsync(async call =>
    {
        const string Templates = "/api/v1/namespaces/{ns}/podtemplates";
        await call.PostAsync(Templates, """
            {"metadata":{"name":"t","finalizers":["example.com/a"]},"template":{"spec":{"containers":[{"name":"a","image":"i:1","env":[{"name":"x","value":"1"}],"args":["1"]},{"name":"b","image":"j:1"}],
             "tolerations":[{"key":"k"}],"volumes":[{"name":"v","emptyDir":{}}],"nodeSelector":{"a":"b"}}}}
            """);
        await call.StrategicAsync($"{Templates}/t", """{"template":{"spec":{"containers":[{"name":"a","image":"i:2","env":[{"name":"y","value":"2"}],"args":["2"]},{"name":"c","image":"k:1"}]}}}""");
        await call.StrategicAsync($"{Templates}/t", """{"template":{"spec":{"containers":[{"name":"b","$patch":"delete"}],"tolerations":[{"key":"l"}],"nodeSelector":{"c":"d"}}}}""");
        await call.StrategicAsync($"{Templates}/t", """{"template":{"spec":{"$setElementOrder/containers":[{"name":"c"},{"name":"a"}],"containers":[{"name":"c","image":"k:2"},{"name":"a","image":"i:3"}]}}}""");
        await call.StrategicAsync($"{Templates}/t", """{"template":{"spec":{"volumes":[{"name":"v","$retainKeys":["name","hostPath"],"hostPath":{"path":"/x"},"emptyDir":null}]}}}""");
        await call.StrategicAsync($"{Templates}/t", """{"metadata":{"finalizers":["example.com/b"]},"template":{"spec":{"nodeSelector":{"$patch":"replace","e":"f"}}}}""");
        await call.StrategicAsync($"{Templates}/t", """{"metadata":{"$deleteFromPrimitiveList/finalizers":["example.com/a","example.com/b"]}}""");
    }, new(KeepsMessages: false));

    [Fact]
    public Task Owners_are_merged_by_uid() => CompareAsync(async call =>
    {
        await call.PostAsync(Pods, """{"metadata":{"name":"p","labels":{"a":"b"}},"spec":{"schedulerName":"none","containers":[{"name":"c","image":"i:1"}]}}""");
        await call.StrategicAsync($"{Pods}/p", """{"metadata":{"labels":{"c":"d"}},"spec":{"containers":[{"name":"c","image":"i:2"}]}}""");
    });
}
