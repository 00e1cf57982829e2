namespace Kube.Testing.Tests.Conformance;

/// <summary>Creating, reading, replacing and deleting.</summary>
public sealed class ObjectTests(TestCluster cluster) : BothServers(cluster)
{
    private const string Maps = "/api/v1/namespaces/{ns}/configmaps";

    [Fact]
    public Task A_life_of_an_object() => CompareAsync(async call =>
    {
        await call.PostAsync(Maps, """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","labels":{"x":"y"}},"data":{"k":"v"}}""");
        await call.GetAsync($"{Maps}/a");
        await call.PutAsync($"{Maps}/a", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{"k":"w"}}""");
        await call.PutAsync($"{Maps}/a", """{"metadata":{},"data":{"k":"w2"}}""");
        await call.DeleteAsync($"{Maps}/a");
        await call.GetAsync($"{Maps}/a");
        await call.DeleteAsync($"{Maps}/a");
    });

    [Fact]
    public Task Creations_that_are_refused() => CompareAsync(async call =>
    {
        await call.PostAsync(Maps, """{"metadata":{"name":"a"}}""");
        await call.PostAsync(Maps, """{"metadata":{"name":"a"}}""");
        await call.PostAsync(Maps, """{"metadata":{"name":"A_b"}}""");
        await call.PostAsync(Maps, """{"metadata":{}}""");
        await call.PostAsync(Maps, """{"metadata":{"name":"b","namespace":"other"}}""");
        await call.PostAsync(Maps, """{"metadata":{"name":"b","resourceVersion":"7"}}""");
        await call.PostAsync("/api/v1/namespaces/none-such/configmaps", """{"metadata":{"name":"b"}}""");
        await call.PostAsync("/api/v1/namespaces/{ns}/services", """{"metadata":{"name":"1a"},"spec":{"ports":[{"port":1}]}}""");
        await call.PostAsync("/api/v1/namespaces", """{"metadata":{"name":"a.b"}}""");
        await call.PostAsync("/api/v1/namespaces/{ns}/nopes", "{}");
    });

    [Fact]
    public Task Replacements_that_are_refused() => CompareAsync(async call =>
    {
        await call.PostAsync(Maps, """{"metadata":{"name":"a"}}""");
        await call.PutAsync($"{Maps}/a", """{"metadata":{"name":"a","resourceVersion":"1"}}""");
        await call.PutAsync($"{Maps}/a", """{"metadata":{"name":"b"}}""");
        await call.PutAsync($"{Maps}/none", """{"metadata":{"name":"none"}}""");
        await call.PutAsync($"{Maps}/none", """{"metadata":{"name":"none","resourceVersion":"5"}}""");
        await call.SendAsync("POST", $"{Maps}/a", "{}");
        await call.SendAsync("PUT", Maps, "{}");
    });

    [Fact]
    public Task Writes_that_change_nothing_are_no_writes() => CompareAsync(async call =>
    {
        var first = await call.PostAsync(Maps, """{"metadata":{"name":"a"},"data":{"k":"v"}}""");
        var second = await call.PutAsync($"{Maps}/a", """{"metadata":{"name":"a"},"data":{"k":"v"}}""");
        var third = await call.MergeAsync($"{Maps}/a", """{"data":{"k":"v"}}""");
        call.Note($"{first!["metadata"]!["resourceVersion"]!.ToString() == second!["metadata"]!["resourceVersion"]!.ToString()}");
        call.Note($"{first["metadata"]!["resourceVersion"]!.ToString() == third!["metadata"]!["resourceVersion"]!.ToString()}");
    });

    [Fact]
    public Task What_the_server_sets_cannot_be_changed() => CompareAsync(async call =>
    {
        await call.PostAsync(Maps, """{"metadata":{"name":"a","uid":"x","creationTimestamp":"2020-01-01T00:00:00Z","selfLink":"/x"}}""");
        await call.MergeAsync($"{Maps}/a", """{"metadata":{"creationTimestamp":"2020-01-01T00:00:00Z","deletionTimestamp":"2020-01-01T00:00:00Z"}}""");
        await call.GetAsync($"{Maps}/a");
    }, new(KeepsMessages: false));

    [Fact]
    public Task Dry_runs_store_nothing() => CompareAsync(async call =>
    {
        await call.PostAsync($"{Maps}?dryRun=All", """{"metadata":{"name":"a"}}""");
        await call.GetAsync($"{Maps}/a");
        await call.PostAsync(Maps, """{"metadata":{"name":"a"}}""");
        await call.SendAsync("PATCH", $"{Maps}/a?dryRun=All", """{"data":{"k":"v"}}""", "application/merge-patch+json");
        await call.DeleteAsync($"{Maps}/a?dryRun=All");
        await call.GetAsync($"{Maps}/a");
    });

    [Fact]
    public Task Finalizers_hold_an_object() => CompareAsync(async call =>
    {
        await call.PostAsync(Maps, """{"metadata":{"name":"a","finalizers":["example.com/a","example.com/b"]}}""");
        await call.DeleteAsync($"{Maps}/a");
        await call.DeleteAsync($"{Maps}/a");
        await call.MergeAsync($"{Maps}/a", """{"data":{"still":"changes"}}""");
        await call.MergeAsync($"{Maps}/a", """{"metadata":{"finalizers":["example.com/b"]}}""");
        await call.MergeAsync($"{Maps}/a", """{"metadata":{"finalizers":null}}""");
        await call.GetAsync($"{Maps}/a");
    });

    [Fact]
    public Task Preconditions_of_deletions() => CompareAsync(async call =>
    {
        await call.PostAsync(Maps, """{"metadata":{"name":"a"}}""");
        await call.DeleteAsync($"{Maps}/a", """{"preconditions":{"uid":"abc"}}""");
        await call.DeleteAsync($"{Maps}/a", """{"preconditions":{"resourceVersion":"1"}}""");
        await call.GetAsync($"{Maps}/a");
    });

    [Fact]
    public Task Immutable_maps_stay_as_they_are() => CompareAsync(async call =>
    {
        await call.PostAsync(Maps, """{"metadata":{"name":"a"},"immutable":true,"data":{"k":"v"}}""");
        await call.MergeAsync($"{Maps}/a", """{"data":{"k":"w"}}""");
        await call.MergeAsync($"{Maps}/a", """{"metadata":{"labels":{"l":"m"}}}""");
    }, new(KeepsMessages: false));

    [Fact]
    public Task Secrets_take_plain_texts() => CompareAsync(async call =>
    {
        await call.PostAsync("/api/v1/namespaces/{ns}/secrets", """{"metadata":{"name":"a"},"stringData":{"k":"v"},"data":{"l":"YQ=="}}""");
        await call.MergeAsync("/api/v1/namespaces/{ns}/secrets/a", """{"stringData":{"k":"w"}}""");
    });

    [Fact]
    public Task Pods_and_services_are_completed() => CompareAsync(async call =>
    {
        await call.PostAsync(
            "/api/v1/namespaces/{ns}/pods",
            """
            {"metadata":{"name":"p"},"spec":{"schedulerName":"none","containers":[{"name":"c","image":"i","ports":[{"containerPort":80}],
              "env":[{"name":"a","valueFrom":{"fieldRef":{"fieldPath":"metadata.name"}}}],"resources":{"requests":{"cpu":"1"}},
              "readinessProbe":{"httpGet":{"path":"/","port":80}}},{"name":"d","image":"r/i:1@sha256:0123456789012345678901234567890123456789012345678901234567890123"}],
              "volumes":[{"name":"s","secret":{"secretName":"x"}},{"name":"e","emptyDir":{}}]}}
            """);
        await call.PostAsync("/api/v1/namespaces/{ns}/services", """{"metadata":{"name":"s"},"spec":{"selector":{"a":"b"},"ports":[{"port":80}]}}""");
        await call.PostAsync("/api/v1/namespaces/{ns}/services", """{"metadata":{"name":"h"},"spec":{"clusterIP":"None","ports":[{"name":"n","port":80,"targetPort":"x"}]}}""");
        await call.DeleteAsync("/api/v1/namespaces/{ns}/pods/p");
        await call.DeleteAsync("/api/v1/namespaces/{ns}/services/s");
    });

    [Fact]
    public Task Pods_on_a_node_have_time_to_end() => CompareAsync(async call =>
    {
        await call.PostAsync("/api/v1/namespaces/{ns}/pods", """{"metadata":{"name":"p"},"spec":{"nodeName":"nowhere","schedulerName":"none","containers":[{"name":"c","image":"i:1"}]}}""");
        await call.DeleteAsync("/api/v1/namespaces/{ns}/pods/p", """{"gracePeriodSeconds":77}""");
        await call.DeleteAsync("/api/v1/namespaces/{ns}/pods/p", """{"gracePeriodSeconds":50}""");
        await call.GetAsync("/api/v1/namespaces/{ns}/pods/p");
        await call.DeleteAsync("/api/v1/namespaces/{ns}/pods/p", """{"gracePeriodSeconds":0}""");
        await call.GetAsync("/api/v1/namespaces/{ns}/pods/p");
    });

    [Fact]
    public Task Status_is_written_apart() => CompareAsync(async call =>
    {
        await call.PostAsync("/api/v1/namespaces/{ns}/pods", """{"metadata":{"name":"p"},"spec":{"schedulerName":"none","containers":[{"name":"c","image":"i:1"}]},"status":{"phase":"Running"}}""");
        await call.MergeAsync("/api/v1/namespaces/{ns}/pods/p", """{"status":{"phase":"Running"}}""");
        await call.StrategicAsync("/api/v1/namespaces/{ns}/pods/p/status", """{"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]},"spec":{"schedulerName":"other"}}""");
        await call.StrategicAsync("/api/v1/namespaces/{ns}/pods/p/status", """{"status":{"conditions":[{"type":"Initialized","status":"True"}]}}""");
        await call.GetAsync("/api/v1/namespaces/{ns}/pods/p/status");
        await call.GetAsync("/api/v1/namespaces/{ns}/configmaps/p/status");
    });

    [Fact]
    public Task Deployments_count_generations_and_scale() => CompareAsync(async call =>
    {
        const string Sets = "/apis/apps/v1/namespaces/{ns}/statefulsets";
        await call.PostAsync(Sets, """{"metadata":{"name":"d"},"spec":{"replicas":0,"serviceName":"s","selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i:1"}]}}}}""");
        await call.GetAsync($"{Sets}/d/scale");
    }, new(KeepsMessages: false));
}
