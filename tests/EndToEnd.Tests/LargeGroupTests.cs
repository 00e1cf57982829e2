using System.Diagnostics;
using Ray.Api;
using Ray.DevEnvironment;

namespace Ray.EndToEnd;

public sealed class LargeGroupTests(OperatorFixture fixture)
{
    private const int Workers = 1000;

    [Fact]
    public async Task A_group_of_a_thousand_workers_goes_up_and_down_and_costs_nothing_at_rest()
    {
        var ns = await fixture.NewNamespaceAsync();
        var client = fixture.Environment.RayClusters();
        await client.CreateAsync(Clusters.Of(ns, "large", ("small", 0)));
        await Eventually.ReadAsync("the head is up", () => client.GetAsync("large", ns), cluster => cluster.Status?.State == "ready");

        var up = Stopwatch.StartNew();
        await client.UpdateAsync("large", ns, cluster => cluster.Spec!.WorkerGroupSpecs![0].Replicas = Workers);
        await Eventually.ReadAsync(
            "all workers are there and ready",
            () => client.GetAsync("large", ns),
            cluster => cluster.Status is { ReadyWorkerReplicas: Workers, AvailableWorkerReplicas: Workers, DesiredWorkerReplicas: Workers },
            TimeSpan.FromMinutes(5));
        up.Stop();
        Assert.Equal(Workers + 1, (await fixture.LivePodsAsync(ns)).Count);

        var down = Stopwatch.StartNew();
        await client.UpdateAsync("large", ns, cluster => cluster.Spec!.WorkerGroupSpecs![0].Replicas = 0);
        var left = await Eventually.ReadAsync(
            "only the head is left", () => fixture.Pods.ListAsync(ns), pods => pods.Items.Count == 1, TimeSpan.FromMinutes(5));
        down.Stop();

        Assert.Equal(RayNodeTypes.Head, left.Items[0].Metadata.Labels[RayLabels.NodeType]);
        await Eventually.ReadAsync(
            "the status says so", () => client.GetAsync("large", ns), cluster => (cluster.Status?.AvailableWorkerReplicas ?? 0) == 0);
        await Console.Out.WriteLineAsync($"{Workers} workers: up in {up.Elapsed.TotalSeconds:F1} s, down in {down.Elapsed.TotalSeconds:F1} s.");
    }
}
