using System.Text.Json.Nodes;
using Kube;
using Ray.Api.V1;
using Ray.DevEnvironment;

namespace Ray.EndToEnd;

/// <summary>The generated client against a real API server.</summary>
public sealed class TypedClientTests(OperatorFixture fixture)
{
    private RayClusterClient Client => fixture.Environment.RayClusters();

    [Fact]
    public async Task Every_verb_does_what_its_name_says()
    {
        var ns = await fixture.NewNamespaceAsync();
        var created = await Client.CreateAsync(Clusters.Of(ns, "verbs"));
        Assert.NotNull(created.Metadata.Uid);
        Assert.Single((await Client.ListAsync(ns)).Items);

        var patch = Patch.Merge(new JsonObject { ["metadata"] = new JsonObject { ["labels"] = new JsonObject { ["team"] = "a" } } });
        Assert.Equal("a", (await Client.PatchAsync("verbs", ns, patch)).Metadata.Labels["team"]);

        var applied = await Client.ApplyAsync(Clusters.Of(ns, "applied"), new WriteOptions { FieldManager = "test" });
        Assert.Equal("applied", applied.Metadata.Name);

        await Client.UpdateStatusAsync("verbs", ns, cluster => (cluster.Status ??= new()).Reason = "told by a test");
        Assert.Equal("told by a test", (await Client.GetAsync("verbs", ns)).Status?.Reason);

        await Client.DeleteAsync("verbs", ns);
        await Eventually.ReadAsync("only the applied one is left", () => Client.ListAsync(ns), list => list.Items.Count == 1);
        var missing = await Assert.ThrowsAsync<ApiException>(() => Client.GetAsync("verbs", ns));
        Assert.True(missing.IsNotFound);
        Assert.Contains("verbs", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watch_tells_of_a_new_cluster()
    {
        var ns = await fixture.NewNamespaceAsync();
        var start = (await Client.ListAsync(ns)).ResourceVersion;
        await Client.CreateAsync(Clusters.Of(ns, "watched"));

        await foreach (var happening in Client.WatchAsync(ns, new WatchOptions { ResourceVersion = start }, TestContext.Current.CancellationToken))
        {
            if (happening.Type == WatchEventType.Added)
            {
                Assert.Equal("watched", happening.Resource?.Metadata.Name);
                return;
            }
        }

        Assert.Fail("The watch ended without the event.");
    }

    [Fact]
    public async Task An_update_keeps_what_the_types_would_rewrite()
    {
        // The server stores quantities and int-or-strings as they were written; a read and replace through C# types would rewrite them.
        var ns = await fixture.NewNamespaceAsync();
        const string Manifest = """
            {"apiVersion":"ray.io/v1","kind":"RayCluster","metadata":{"name":"kept","namespace":"NAMESPACE"},
             "spec":{"headGroupSpec":{"template":{"spec":{"containers":[{"name":"ray","image":"i",
               "resources":{"limits":{"memory":"0.5Gi"}},"livenessProbe":{"httpGet":{"path":"/","port":"8080"}}}]}}},
               "workerGroupSpecs":[{"groupName":"small","replicas":0,"template":{"spec":{"containers":[{"name":"ray","image":"i"}]}}}]}}
            """;
        await fixture.Kubectl.RunAsync(["create", "--validate=false", "-f", "-"], Manifest.Replace("NAMESPACE", ns, StringComparison.Ordinal));

        await Client.UpdateAsync("kept", ns, cluster => cluster.Spec!.WorkerGroupSpecs![0].Replicas = 1);

        var stored = JsonNode.Parse(await fixture.Kubectl.RunAsync(["get", "raycluster", "-n", ns, "kept", "-o", "json"]))!["spec"]!;
        var container = stored["headGroupSpec"]!["template"]!["spec"]!["containers"]![0]!;
        Assert.Equal("0.5Gi", (string?)container["resources"]!["limits"]!["memory"]);
        Assert.Equal("8080", (string?)container["livenessProbe"]!["httpGet"]!["port"]);
        Assert.Equal(1, (int?)stored["workerGroupSpecs"]![0]!["replicas"]);
    }
}
