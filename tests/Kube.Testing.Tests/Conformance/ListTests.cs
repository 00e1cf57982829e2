namespace Kube.Testing.Tests.Conformance;

/// <summary>Lists, pages, selectors and watches.</summary>
public sealed class ListTests(TestCluster cluster) : BothServers(cluster)
{
    private const string Maps = "/api/v1/namespaces/{ns}/configmaps";
    private const string Pod = """{"spec":{"containers":[{"name":"c","image":"i:1"}]}}""";
    private const string App = "labelSelector=app";

    [Fact]
    public Task Lists_are_selected_by_labels_and_fields() => CompareAsync(async call =>
    {
        await FillAsync(call);
        foreach (var query in new[] { "labelSelector=app%3Dx", "labelSelector=app+in+(x,y),!z", "labelSelector=app,tier!=a", "fieldSelector=metadata.name%3Dm1", $"{App}&fieldSelector=metadata.name!%3Dm1,metadata.namespace%3D{{ns}}" })
        {
            await call.GetAsync($"{Maps}?{query}");
        }

        await call.GetAsync($"{Maps}?fieldSelector=spec.x%3D1");
        await call.GetAsync($"{Maps}?limit=x");
        await call.GetAsync($"{Maps}?{App}&resourceVersion=99999999999");
    });

    [Fact]
    public Task Wrong_selectors_are_refused() => CompareAsync(async call =>
    {
        await call.GetAsync($"{Maps}?labelSelector=a%3D%3Db%3D%3Dc");
        await call.GetAsync($"{Maps}?fieldSelector=x");
        await call.GetAsync("/api/v1/namespaces/{ns}/pods?fieldSelector=spec.x%3D1");
        await call.GetAsync($"{Maps}?continue=abc");
    }, new(KeepsMessages: false));

    [Fact]
    public Task Pages_show_one_moment() => CompareAsync(async call =>
    {
        await FillAsync(call);
        var page = await call.GetAsync($"/api/v1/namespaces/{{ns}}/podtemplates?limit=2");
        await call.PostAsync("/api/v1/namespaces/{ns}/podtemplates", $$$"""{"metadata":{"name":"t11"},"template":{{{Pod}}} }""");
        await call.DeleteAsync("/api/v1/namespaces/{ns}/podtemplates/t3");
        while ((string?)page!["metadata"]!["continue"] is { } token)
        {
            call.Note("next");
            page = await call.GetAsync($"/api/v1/namespaces/{{ns}}/podtemplates?limit=2&continue={token}");
        }
    }, new(KeepsManagedFields: false));

    [Fact]
    public Task Collections_are_deleted_by_selector() => CompareAsync(async call =>
    {
        await FillAsync(call);
        await call.DeleteAsync($"{Maps}?labelSelector=app%3Dx");
        await call.GetAsync($"{Maps}?{App}");
    });

    [Fact]
    public Task A_watch_tells_what_enters_and_leaves_its_selection() => CompareAsync(async call =>
    {
        var list = await call.GetAsync($"{Maps}?{App}");
        await call.PostAsync(Maps, """{"metadata":{"name":"m","labels":{"app":"x"}}}""");
        await call.MergeAsync($"{Maps}/m", """{"data":{"k":"v"}}""");
        await call.MergeAsync($"{Maps}/m", """{"metadata":{"labels":{"app":null}}}""");
        await call.MergeAsync($"{Maps}/m", """{"data":{"k":"unseen"}}""");
        await call.MergeAsync($"{Maps}/m", """{"metadata":{"labels":{"app":"y"}}}""");
        await call.DeleteAsync($"{Maps}/m");
        await call.WatchAsync($"{Maps}?watch=true&{App}&resourceVersion={list!["metadata"]!["resourceVersion"]}", 5);
    });

    [Fact]
    public Task A_watch_without_a_version_begins_with_what_is_there() => CompareAsync(async call =>
    {
        await FillAsync(call);
        await call.WatchAsync($"{Maps}?watch=true&{App}", 3, isSorted: true);
        await call.WatchAsync($"{Maps}/m1?watch=true&resourceVersion=0", 1);
        await call.WatchAsync($"{Maps}?watch=true&{App}&timeoutSeconds=1&resourceVersion=0", 4, isSorted: true);
    });

    [Fact]
    public Task Metadata_alone_can_be_asked_for() => CompareAsync(async call =>
    {
        await FillAsync(call);
        await call.GetAsync($"{Maps}?{App}", "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1");
        await call.GetAsync($"{Maps}/m1", "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1");
    });

    private static async Task FillAsync(Conversation call)
    {
        await call.PostAsync(Maps, """{"metadata":{"name":"m1","labels":{"app":"x","tier":"a"}}}""");
        await call.PostAsync(Maps, """{"metadata":{"name":"m2","labels":{"app":"x"}}}""");
        await call.PostAsync(Maps, """{"metadata":{"name":"m3","labels":{"app":"y","z":"1"}}}""");
        for (var i = 1; i < 6; i++)
        {
            await call.PostAsync("/api/v1/namespaces/{ns}/podtemplates", $$$"""{"metadata":{"name":"t{{{i}}}"},"template":{{{Pod}}} }""");
        }
    }
}
