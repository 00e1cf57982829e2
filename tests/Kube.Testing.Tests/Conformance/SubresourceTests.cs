namespace Kube.Testing.Tests.Conformance;

/// <summary>Bindings, evictions, and kinds that other parts of a cluster live by.</summary>
public sealed class SubresourceTests(TestCluster cluster) : BothServers(cluster)
{
    private const string Pods = "/api/v1/namespaces/{ns}/pods";
    private const string Pod = """{"metadata":{"name":"p"},"spec":{"schedulerName":"none","containers":[{"name":"c","image":"i:1"}]}}""";

    [Fact]
    public Task A_binding_gives_a_pod_its_node_once() => CompareAsync(async call =>
    {
        const string Binding = """{"apiVersion":"v1","kind":"Binding","metadata":{"name":"p"},"target":{"kind":"Node","name":"nowhere"}}""";
        await call.PostAsync(Pods, Pod);
        await call.PostAsync($"{Pods}/p/binding", Binding);
        await call.PostAsync($"{Pods}/p/binding", Binding);
        await call.PostAsync($"{Pods}/none/binding", Binding.Replace("\"p\"", "\"none\"", StringComparison.Ordinal));
        var pod = await call.UntilAsync($"{Pods}/p", (_, answer) => answer?["spec"]?["nodeName"] is not null);
        call.Note($"{pod!["status"]!["conditions"]![0]!["type"]} {pod["status"]!["conditions"]![0]!["status"]}");
        await call.DeleteAsync($"{Pods}/p", """{"gracePeriodSeconds":0}""");
    }, new(KeepsMessages: false));

    [Fact]
    public Task Events_and_leases_are_kept_as_they_are() => CompareAsync(async call =>
    {
        await call.PostAsync("/apis/coordination.k8s.io/v1/namespaces/{ns}/leases", """{"metadata":{"name":"l"},"spec":{"holderIdentity":"a","leaseDurationSeconds":15,"renewTime":"2024-01-01T00:00:00.123456Z"}}""");
        await call.PutAsync("/apis/coordination.k8s.io/v1/namespaces/{ns}/leases/l", """{"metadata":{"name":"l"},"spec":{"holderIdentity":"b"}}""");
        await call.MergeAsync("/apis/coordination.k8s.io/v1/namespaces/{ns}/leases/l", """{"spec":{"holderIdentity":"c","leaseTransitions":1}}""");
        await call.PostAsync("/api/v1/namespaces/{ns}/serviceaccounts", """{"metadata":{"name":"s"}}""");
        await call.DeleteAsync("/apis/coordination.k8s.io/v1/namespaces/{ns}/leases/l");
    }, new(KeepsMessages: false));

    [Fact]
    public Task Events_are_read_in_both_forms_whichever_they_were_written_in() => CompareAsync(async call =>
    {
        const string Old = "/api/v1/namespaces/{ns}/events";
        const string New = "/apis/events.k8s.io/v1/namespaces/{ns}/events";
        const string Pod = """{"apiVersion":"v1","kind":"Pod","namespace":"{ns}","name":"p","uid":"u"}""";
        await call.PostAsync(New, $$$"""
            {"metadata":{"name":"new"},"eventTime":"2024-01-01T00:00:00.123456Z","reportingController":"example.com/c","reportingInstance":"c-1",
             "action":"Act","reason":"Done","type":"Normal","note":"It is done.","regarding":{{{Pod}}}}
            """);
        await call.PostAsync(Old, $$$"""
            {"metadata":{"name":"old"},"reason":"Seen","type":"Warning","message":"It was seen.","involvedObject":{{{Pod}}},"source":{"component":"c"},
             "firstTimestamp":"2024-01-01T00:00:00Z","lastTimestamp":"2024-01-01T00:00:01Z","count":2}
            """);
        await call.GetAsync($"{Old}/new");
        await call.GetAsync($"{New}/old");
        await call.GetAsync($"{Old}?fieldSelector=involvedObject.uid%3Du%2Ctype%3DNormal");
        await call.GetAsync($"{New}?fieldSelector=regarding.name%3Dp%2Ctype%3DWarning");
        await call.MergeAsync($"{Old}/new", """{"count":3}""");
        await call.GetAsync($"{New}/new");
        await call.DeleteAsync($"{New}/old");
        await call.GetAsync($"{Old}/old");
    }, new(KeepsMessages: false));

    [Fact]
    public Task Roles_have_names_of_their_own() => CompareAsync(async call =>
    {
        const string Roles = "/apis/rbac.authorization.k8s.io/v1/namespaces/{ns}/roles";
        await call.PostAsync(Roles, """{"metadata":{"name":"system:Some_role"},"rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["get"]}]}""");
        await call.GetAsync($"{Roles}/system:Some_role");
        await call.StrategicAsync($"{Roles}/system:Some_role", """{"rules":[{"apiGroups":[""],"resources":["secrets"],"verbs":["get"]}]}""");
        await call.DeleteAsync($"{Roles}/system:Some_role");
    });

    [Fact]
    public Task Labels_and_annotations_have_a_syntax() => CompareAsync(async call =>
    {
        const string Maps = "/api/v1/namespaces/{ns}/configmaps";
        await call.PostAsync(Maps, """{"metadata":{"name":"a","labels":{"x":"not valid!"}}}""");
        await call.PostAsync(Maps, """{"metadata":{"name":"a","labels":{"-x":"y"}}}""");
        await call.PostAsync(Maps, """{"metadata":{"name":"a","labels":{"Example.com/x":"y"}}}""");
        await call.PostAsync(Maps, """{"metadata":{"name":"a","annotations":{"a b":"y"}}}""");
        await call.PostAsync(Maps, """{"metadata":{"name":"a","finalizers":["no-slash"]}}""");
        await call.PostAsync(Maps, """{"metadata":{"name":"a","ownerReferences":[{"apiVersion":"v1","kind":"ConfigMap","name":"","uid":""}]}}""");
        await call.PostAsync(Maps, """{"metadata":{"name":"a","labels":{"example.com/x":""},"annotations":{"example.com/y":"any thing!"}}}""");
        await call.MergeAsync($"{Maps}/a", """{"metadata":{"labels":{"x":"not valid!"}}}""");
    }, new(KeepsMessages: false));

    [Fact]
    public Task Objects_are_listed_across_namespaces() => CompareAsync(async call =>
    {
        await call.PostAsync("/api/v1/namespaces/{ns}/configmaps", """{"metadata":{"name":"a","labels":{"across":"{ns}"}}}""");
        await call.GetAsync("/api/v1/configmaps?labelSelector=across%3D{ns}");
        await call.GetAsync("/api/v1/namespaces/{ns}/pods");
        await call.SendAsync("POST", "/api/v1/configmaps", """{"metadata":{"name":"b","namespace":"{ns}"}}""");
    }, new(KeepsMessages: false));

    [Fact]
    public Task Definitions_are_judged() => CompareAsync(async call =>
    {
        const string Definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
        const string Schema = """{"openAPIV3Schema":{"type":"object"}}""";
        foreach (var (name, versions) in new[]
        {
            ("other", $$$"""[{"name":"v1","served":true,"storage":true,"schema":{{{Schema}}} }]"""),
            ("bads.judged.example.com", $$$"""[{"name":"v1","served":true,"storage":false,"schema":{{{Schema}}} }]"""),
            ("bads.judged.example.com", """[{"name":"v1","served":true,"storage":true}]"""),
        })
        {
            await call.PostAsync(Definitions, $$$"""
                {"metadata":{"name":"{{{name}}}"},"spec":{"group":"judged.example.com","scope":"Namespaced","names":{"plural":"bads","kind":"Bad"},"versions":{{{versions}}} } }
                """);
        }
    }, new(KeepsMessages: false));
}
