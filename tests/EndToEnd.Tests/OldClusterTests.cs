using System.Text.Json;
using Ray.Api.V1Alpha1;
using Ray.DevEnvironment;

namespace Ray.EndToEnd;

/// <summary>
/// A cluster that was written in the API of 2020 gives what its manifest documents. Conversion takes place in the test, as the webhook does it.
/// </summary>
public sealed class OldClusterTests(OperatorFixture fixture)
{
    private const string Manifest =
        """
        {
          "apiVersion": "ray.io/v1alpha1", "kind": "RayCluster", "metadata": { "name": "old" },
          "spec": {
            "headService": { "metadata": { "name": "my-svc" }, "spec": { "ports": [{ "name": "redis", "port": 80, "targetPort": 6379 }] } },
            "headGroupSpec": {
              "replicas": 1, "rayStartParams": { "redis-password": "LetMeInRay" },
              "template": {
                "metadata": { "labels": { "groupName": "headGroup", "rayClusterName": "mine" } },
                "spec": { "containers": [
                  { "name": "side", "image": "busybox" },
                  { "name": "ray", "image": "rayproject/ray:2.60.0", "env": [{ "name": "RAY", "value": "true" }], "command": ["python"], "args": ["a.py"] }
                ] }
              }
            },
            "workerGroupsSpec": [{
              "groupName": "Small.group-of-workers-with-a-long-name-that-fills-the-label", "replicas": 2, "minReplicas": 0, "maxReplicas": 4, "rayStartParams": {},
              "template": { "spec": { "containers": [{ "name": "ray", "image": "rayproject/ray:2.60.0" }] } }
            }]
          }
        }
        """;

    [Fact]
    public async Task A_cluster_of_2020_becomes_ready_with_the_names_and_labels_that_its_users_look_for()
    {
        var ns = await fixture.NewNamespaceAsync();
        var cluster = RayClusterConversion.ToHub(JsonSerializer.Deserialize(Manifest, RayV1Alpha1JsonContext.Default.RayCluster)!);
        cluster.Metadata.NamespaceProperty = ns;
        var clusters = fixture.Environment.RayClusters();
        await clusters.CreateAsync(cluster);

        var ready = await Eventually.ReadAsync("the cluster is ready", () => clusters.GetAsync("old", ns), seen => seen.Status?.State == "ready");
        Assert.Equal(3, RayClusterConversion.FromHub(ready).Status!.AvailableReplicas);

        var heads = await NamesAsync(ns, "rayClusterName=old,rayNodeType=head,groupName=headgroup,identifier=old-head");
        Assert.StartsWith("pod/old-head-", Assert.Single(heads), StringComparison.Ordinal);
        var workers = await NamesAsync(ns, "rayClusterName=old,rayNodeType=worker,identifier=old-worker");
        Assert.Equal(2, workers.Length);
        Assert.All(workers, name => Assert.StartsWith("pod/old-worker-small.group-of-", name, StringComparison.Ordinal));

        var service = await fixture.Services.GetAsync("old-my-svc", ns);
        Assert.Equal("None", service.Spec.ClusterIP);
        Assert.Contains(service.Spec.Ports, port => (port.Name, port.Port, port.TargetPort?.Value) == ("redis", 80, "6379"));
    }

    private async Task<string[]> NamesAsync(string ns, string selector) =>
        (await fixture.Kubectl.RunAsync(["get", "pods", "-n", ns, "-l", selector, "-o", "name"])).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
