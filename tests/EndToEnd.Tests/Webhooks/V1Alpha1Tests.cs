using System.Text.Json.Nodes;
using Ray.DevEnvironment;

namespace Ray.EndToEnd.Webhooks;

/// <summary>A manifest of 2020, by the commands that its documentation gave, on a server that converts.</summary>
public sealed class V1Alpha1Tests(WebhookFixture fixture) : IClassFixture<WebhookFixture>
{
    private const string Name = "raycluster-heterogeneous";
    private const string Old = "rayclusters.v1alpha1.ray.io";
    private const string New = "rayclusters.v1.ray.io";

    private Kubectl Kubectl => fixture.Kubectl;

    [Fact]
    public async Task The_heterogeneous_sample_gives_what_it_gave_in_2020()
    {
        var ns = await CreateAsync("config-map-ray-code.yaml", "ray-cluster.heterogeneous.yaml");
        await ReadyAsync(ns, workers: 3);

        var pods = await NamesAsync(ns, "pods");
        Assert.Equal(4, pods.Length);
        Assert.Single(pods, pod => pod.StartsWith($"{Name}-head-", StringComparison.Ordinal));
        Assert.Single(pods, pod => pod.StartsWith($"{Name}-worker-medium-group-", StringComparison.Ordinal));
        Assert.Equal(2, pods.Count(pod => pod.StartsWith($"{Name}-worker-small-group-", StringComparison.Ordinal)));

        Assert.Equal([$"{Name}-my-svc"], await NamesAsync(ns, "services"));
        var service = await ReadAsync(ns, $"service/{Name}-my-svc");
        Assert.Equal("None", (string?)service["spec"]!["clusterIP"]);
        var port = Assert.Single(service["spec"]!["ports"]!.AsArray(), port => (string?)port!["name"] == "redis")!;
        Assert.Equal((80, 6379), ((int)port["port"]!, (int)port["targetPort"]!));

        // The selectors that people have in their scripts.
        Assert.Single(await NamesAsync(ns, "pods", "-l", $"rayClusterName={Name},rayNodeType=head,identifier={Name}-head"));
        Assert.Equal(2, (await NamesAsync(ns, "pods", "-l", $"rayClusterName={Name},rayNodeType=worker,groupName=small-group")).Length);
        var addresses = await ReadAsync(ns, $"endpoints/{Name}-my-svc");
        Assert.Single(addresses["subsets"]![0]!["addresses"]!.AsArray());

        await Kubectl.RunAsync(["delete", "-n", ns, "-f", Sample("ray-cluster.heterogeneous.yaml"), "--wait=true"]);
        await Eventually.ReadAsync("nothing is left", () => NamesAsync(ns, "pods,services"), names => names.Length == 0);
    }

    [Fact]
    public async Task Both_versions_show_the_cluster_and_the_old_one_shows_it_as_it_was_written()
    {
        var ns = await CreateAsync("config-map-ray-code.yaml", "ray-cluster.heterogeneous.yaml");
        await ReadyAsync(ns, workers: 3);
        var old = await ReadAsync(ns, $"{Old}/{Name}");
        var @new = await ReadAsync(ns, $"{New}/{Name}");
        var written = JsonNode.Parse(await Kubectl.RunAsync(
            ["create", "--dry-run=client", "--validate=false", "-o", "json", "-f", Sample("ray-cluster.heterogeneous.yaml")]))!;

        Assert.Equal("ray.io/v1alpha1", (string?)old["apiVersion"]);
        AssertSame(written["spec"], old["spec"]);
        Assert.Equal(4, (int?)old["status"]!["availableReplicas"]);
        Assert.Equal("ready", (string?)old["status"]!["state"]);

        Assert.Equal("ray.io/v1", (string?)@new["apiVersion"]);
        Assert.Equal($"{Name}-my-svc", (string?)@new["spec"]!["headGroupSpec"]!["headService"]!["metadata"]!["name"]);
        Assert.Equal(["small-group", "medium-group"], @new["spec"]!["workerGroupSpecs"]!.AsArray().Select(group => (string?)group!["groupName"]));
        Assert.Equal(3, (int?)@new["status"]!["availableWorkerReplicas"]);
    }

    [Fact]
    public async Task Replicas_are_changed_through_either_version()
    {
        var ns = await CreateAsync("config-map-ray-code.yaml", "ray-cluster.heterogeneous.yaml");
        await ReadyAsync(ns, workers: 3);

        await PatchAsync(ns, Old, """[{"op":"replace","path":"/spec/workerGroupsSpec/0/replicas","value":4}]""");
        await ReadyAsync(ns, workers: 5);
        Assert.Equal(4, (int?)(await ReadAsync(ns, $"{New}/{Name}"))["spec"]!["workerGroupSpecs"]![0]!["replicas"]);

        await PatchAsync(ns, New, """[{"op":"replace","path":"/spec/workerGroupSpecs/0/replicas","value":1},{"op":"replace","path":"/spec/workerGroupSpecs/1/replicas","value":2}]""");
        await ReadyAsync(ns, workers: 3);
        var groups = (await ReadAsync(ns, $"{Old}/{Name}"))["spec"]!["workerGroupsSpec"]!.AsArray();
        Assert.Equal([1, 2], groups.Select(group => (int)group!["replicas"]!));
        Assert.Equal("2", (string?)groups[1]!["rayStartParams"]!["num-cpus"]);
    }

    [Theory]
    [InlineData("ray-cluster.mini.yaml", "raycluster-mini", 0)]
    [InlineData("ray-cluster.complete.yaml", "raycluster-complete", 2)]
    public async Task The_other_samples_work_too(string file, string name, int workers)
    {
        var ns = await CreateAsync("config-map-ray-code.yaml", file);

        await ReadyAsync(ns, workers, name);
        Assert.Equal([$"{name}-my-svc"], await NamesAsync(ns, "services"));
    }

    [Fact]
    public async Task What_was_stored_as_v1alpha1_is_migrated_and_loses_nothing()
    {
        var ns = await fixture.NewNamespaceAsync();
        await StoreAsync("v1alpha1");
        await Kubectl.RunAsync(["create", "-n", ns, "-f", Sample("config-map-ray-code.yaml"), "-f", Sample("ray-cluster.heterogeneous.yaml")]);
        await ReadyAsync(ns, workers: 3);
        var before = await ReadAsync(ns, $"{Old}/{Name}");
        await StoreAsync("v1");

        // An operator that starts now can list no cluster before it converts them itself.
        await fixture.StopOperatorAsync();
        await fixture.StartOperatorAsync();

        // A write that changes nothing is what migrates an object.
        var migrated = await Kubectl.RunAsync(["get", "-n", ns, $"{New}/{Name}", "-o", "json"]);
        await Kubectl.RunAsync(["replace", "-f", "-"], migrated);
        await Kubectl.RunAsync(["get", "--raw", "/apis/ray.io/v1/rayclusters"]);
        var after = await ReadAsync(ns, $"{Old}/{Name}");
        AssertSame(before["spec"], after["spec"]);
        Assert.Equal(4, (await NamesAsync(ns, "pods")).Length);

        // Were it stored as v1alpha1, reading it as v1 would need the operator.
        await fixture.StopOperatorAsync();
        try
        {
            Assert.Equal(3, (int?)(await ReadAsync(ns, $"{New}/{Name}"))["status"]!["availableWorkerReplicas"]);
        }
        finally
        {
            await fixture.StartOperatorAsync();
        }
    }

    // Stored as v1, an object has v1's defaults, of which these manifests leave out one.
    private static void AssertSame(JsonNode? written, JsonNode? read)
    {
        var expected = written!.DeepClone();
        expected["headService"]!["spec"]!["ports"]![0]!["protocol"] = "TCP";
        Assert.True(JsonNode.DeepEquals(expected, read), $"{expected}\n{read}");
    }

    private async Task StoreAsync(string version)
    {
        var versions = JsonNode.Parse(await Kubectl.RunAsync(["get", "crd", "rayclusters.ray.io", "-o", "json"]))!["spec"]!["versions"]!.AsArray();
        var steps = new JsonArray([.. versions.Select((served, index) => new JsonObject
        {
            ["op"] = "replace",
            ["path"] = $"/spec/versions/{index}/storage",
            ["value"] = (string?)served!["name"] == version,
        })]);
        await Kubectl.RunAsync(["patch", "crd", "rayclusters.ray.io", "--type=json", "-p", steps.ToJsonString()]);
        await Eventually.ReadAsync(
            "the server stores it so",
            () => Kubectl.RunAsync(["get", "crd", "rayclusters.ray.io", "-o", "jsonpath={.status.storedVersions}"]),
            stored => stored.Contains($"\"{version}\"", StringComparison.Ordinal));

        // The handler of the resource follows the definition, and says nowhere when it has.
        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    private async Task<string> CreateAsync(params string[] files)
    {
        var ns = await fixture.NewNamespaceAsync();
        await Kubectl.RunAsync(["create", "-n", ns, .. files.SelectMany(file => new[] { "-f", Sample(file) })]);
        return ns;
    }

    private async Task ReadyAsync(string ns, int workers, string name = Name) => await Eventually.ReadAsync(
        $"{name} has {workers} workers",
        () => fixture.Environment.RayClusters().GetAsync(name, ns),
        cluster => cluster.Status is { State: "ready" } status
            && status.ObservedGeneration == cluster.Metadata.Generation
            && (status.AvailableWorkerReplicas ?? 0) == workers
            && (status.DesiredWorkerReplicas ?? 0) == workers);

    private Task PatchAsync(string ns, string version, string patch) =>
        Kubectl.RunAsync(["patch", "-n", ns, version, Name, "--type=json", "-p", patch]);

    private async Task<JsonNode> ReadAsync(string ns, string what) => JsonNode.Parse(await Kubectl.RunAsync(["get", "-n", ns, what, "-o", "json"]))!;

    private async Task<string[]> NamesAsync(string ns, string kinds, params string[] options) =>
    [
        .. (await Kubectl.RunAsync(["get", kinds, "-n", ns, "-o", "jsonpath={range .items[*]}{.metadata.name}{\"\\n\"}{end}", .. options]))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries),
    ];

    private static string Sample(string file) => Repository.PathOf("samples", "v1alpha1", file);
}
