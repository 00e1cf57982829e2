using Ray.DevEnvironment;

namespace Ray.EndToEnd;

/// <summary>Every sample does what its comments promise, by way of the commands that a person types.</summary>
public sealed class SampleTests(OperatorFixture fixture)
{
    private Kubectl Kubectl => fixture.Kubectl;

    [Theory]
    [InlineData("ray-cluster.mini.yaml", "raycluster-mini", 0)]
    [InlineData("ray-cluster.heterogeneous.yaml", "raycluster-heterogeneous", 3)]
    [InlineData("ray-cluster.complete.yaml", "raycluster-complete", null)]
    public async Task A_sample_becomes_a_ready_cluster_and_leaves_nothing_behind(string file, string name, int? workers)
    {
        var ns = await fixture.NewNamespaceAsync();
        await Kubectl.RunAsync(["create", "--validate=false", "-n", ns, "-f", Repository.PathOf("samples", "config-map-ray-code.yaml")]);
        await Kubectl.RunAsync(["create", "--validate=false", "-n", ns, "-f", Repository.PathOf("samples", file)]);

        var rayCluster = await Eventually.ReadAsync(
            $"{file} is ready", () => fixture.Environment.RayClusters().GetAsync(name, ns), cluster => cluster.Status?.State == "ready");

        var desired = rayCluster.Status!.DesiredWorkerReplicas ?? 0;
        Assert.Equal(workers ?? desired, desired);
        Assert.Equal(desired, rayCluster.Status.AvailableWorkerReplicas ?? 0);
        await ShowsItsColumnsAsync(ns, name, desired);
        await ShowsItsPodsAndServiceAsync(ns, name, desired);
        await TellsItsStoryAsync(ns);

        await Kubectl.RunAsync(["delete", "-n", ns, "raycluster", name, "--wait=true"]);
        await Eventually.ReadAsync("the pods are gone", () => fixture.Pods.ListAsync(ns), pods => pods.Items.Count == 0);
        await Eventually.ReadAsync("the services are gone", () => fixture.Services.ListAsync(ns), services => services.Items.Count == 0);
    }

    private async Task ShowsItsColumnsAsync(string ns, string name, int workers)
    {
        var table = (await Kubectl.RunAsync(["get", "rayclusters", "-n", ns])).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["NAME", "DESIRED WORKERS", "AVAILABLE WORKERS", "CPUS", "MEMORY", "GPUS", "STATUS", "AGE"],
            System.Text.RegularExpressions.Regex.Split(table[0].Trim(), @"\s{2,}"));
        var row = System.Text.RegularExpressions.Regex.Split(table[1].Trim(), @"\s{2,}");
        Assert.Equal(name, row[0]);
        Assert.Contains("ready", row);
        if (workers > 0)
        {
            Assert.Equal($"{workers}", row[1]);
            Assert.Equal($"{workers}", row[2]);
        }
    }

    private async Task ShowsItsPodsAndServiceAsync(string ns, string name, int workers)
    {
        var objects = await Kubectl.RunAsync(["get", "pods,services", "-n", ns, "-o", "name"]);
        var lines = objects.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Single(lines, line => line.StartsWith($"pod/{name}-head-", StringComparison.Ordinal));
        Assert.Equal(workers, lines.Count(line => line.Contains("-worker-", StringComparison.Ordinal)));
        Assert.Single(lines, line => line.StartsWith("service/", StringComparison.Ordinal));
    }

    private async Task TellsItsStoryAsync(string ns)
    {
        // Events are written in the background: the last ones may come a moment after the status.
        await Eventually.ReadAsync(
            "kubectl get events tells of the head and its service",
            () => Kubectl.RunAsync(["get", "events", "-n", ns]),
            story => story.Contains("CreatedHeadPod", StringComparison.Ordinal) && story.Contains("CreatedService", StringComparison.Ordinal));
    }
}
