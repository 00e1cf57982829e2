namespace Kube.Testing.Tests.Conformance;

/// <summary>Server-side apply, with the owners of all fields.</summary>
public sealed class ApplyTests(TestCluster cluster) : BothServers(cluster)
{
    private const string Maps = "/api/v1/namespaces/{ns}/configmaps";
    private static readonly Masks s_masks = new(KeepsManagedFields: true);

    [Fact]
    public Task A_configuration_makes_and_changes_an_object() => CompareAsync(async call =>
    {
        await call.ApplyAsync($"{Maps}/a?fieldManager=me", Map("""{"k":"1","l":"2"}""", """,{"labels":{"a":"b"}}"""));
        await call.ApplyAsync($"{Maps}/a?fieldManager=me", Map("""{"k":"2"}"""));
        await call.ApplyAsync($"{Maps}/a?fieldManager=me", Map("""{"k":"2"}"""));
    }, s_masks);

    [Fact]
    public Task Others_fields_are_conflicts_unless_forced() => CompareAsync(async call =>
    {
        await call.ApplyAsync($"{Maps}/a?fieldManager=me", Map("""{"k":"1","l":"1"}"""));
        await call.ApplyAsync($"{Maps}/a?fieldManager=you", Map("""{"k":"2"}"""));
        await call.ApplyAsync($"{Maps}/a?fieldManager=you", Map("""{"k":"1"}"""));
        await call.ApplyAsync($"{Maps}/a?fieldManager=you&force=true", Map("""{"k":"2","l":"2"}"""));
        await call.ApplyAsync($"{Maps}/a?fieldManager=me", Map("""{"k":"1","l":"1"}"""));
    }, s_masks);

    [Fact]
    public Task Fields_go_when_nobody_names_them_any_more() => CompareAsync(async call =>
    {
        await call.ApplyAsync($"{Maps}/a?fieldManager=me", Map("""{"k":"1","l":"1"}"""));
        await call.ApplyAsync($"{Maps}/a?fieldManager=you", Map("""{"l":"1","m":"1"}"""));
        await call.ApplyAsync($"{Maps}/a?fieldManager=me", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"labels":{"a":"b"}}}""");
        await call.ApplyAsync($"{Maps}/a?fieldManager=you", """{"apiVersion":"v1","kind":"ConfigMap"}""");
    }, s_masks);

    [Fact]
    public Task Updates_take_fields_over() => CompareAsync(async call =>
    {
        await call.ApplyAsync($"{Maps}/a?fieldManager=me", Map("""{"k":"1","l":"1"}"""));
        await call.MergeAsync($"{Maps}/a", """{"data":{"k":"5","n":"1"}}""");
        await call.ApplyAsync($"{Maps}/a?fieldManager=me", Map("""{"k":"1","l":"1"}"""));
        await call.MergeAsync($"{Maps}/a", """{"data":{"l":null}}""");
        await call.ApplyAsync($"{Maps}/a?fieldManager=me&force=true", Map("""{"k":"1"}"""));
    }, s_masks);

    [Fact]
    public Task Sets_and_keyed_lists_are_merged() => CompareAsync(async call =>
    {
        const string Service = "/api/v1/namespaces/{ns}/services/s";
        const string Head = "\"apiVersion\":\"v1\",\"kind\":\"Service\"";
        await call.ApplyAsync($"{Service}?fieldManager=me", $$$"""{{{{Head}}},"metadata":{"name":"s","finalizers":["example.com/a"]},"spec":{"selector":{"a":"b"},"ports":[{"name":"x","port":1,"protocol":"TCP"},{"name":"y","port":2,"protocol":"TCP"}]}}""");
        await call.ApplyAsync($"{Service}?fieldManager=you", $$$"""{{{{Head}}},"metadata":{"finalizers":["example.com/b"]},"spec":{"ports":[{"name":"z","port":3,"protocol":"TCP"}]}}""");
        await call.ApplyAsync($"{Service}?fieldManager=me", $$$"""{{{{Head}}},"spec":{"selector":{"c":"d"},"ports":[{"name":"y","port":2,"protocol":"TCP"}]}}""");
    }, new());

    [Fact]
    public Task What_is_missing_is_told() => CompareAsync(async call =>
    {
        await call.ApplyAsync($"{Maps}/a", Map("""{"k":"1"}"""));
        await call.ApplyAsync($"{Maps}/a?fieldManager=me", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"b"}}""");
    }, new(KeepsMessages: false));

    private static string Map(string data, string more = "") =>
        $$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"{{{(more.Length == 0 ? "" : "," + more[2..^1])}}}},"data":{{{data}}} }""";
}
