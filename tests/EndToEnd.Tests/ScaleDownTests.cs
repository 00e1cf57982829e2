using k8s.Models;
using Kube;
using Ray.Api;
using Ray.Api.V1;
using Ray.DevEnvironment;

namespace Ray.EndToEnd;

public sealed class ScaleDownTests(OperatorFixture fixture)
{
    [Fact]
    public async Task The_named_worker_goes_and_no_other()
    {
        var ns = await fixture.NewNamespaceAsync();
        var client = fixture.Environment.RayClusters();
        await client.CreateAsync(Clusters.Of(ns, "named", ("small", 5)));
        await Eventually.ReadAsync("ready", () => client.GetAsync("named", ns), cluster => cluster.Status?.State == "ready");
        var before = await fixture.LivePodsAsync(ns);
        var victim = before.Where(pod => pod.GetLabel(RayLabels.NodeType) == "worker").ElementAt(2);

        await client.UpdateAsync("named", ns, cluster =>
        {
            var group = cluster.Spec!.WorkerGroupSpecs![0];
            group.Replicas = 4;
            group.ScaleStrategy = new ScaleStrategy { WorkersToDelete = [victim.Name()] };
        });

        var expected = before.Select(pod => pod.Name()).Where(name => name != victim.Name()).Order(StringComparer.Ordinal).ToArray();
        await Eventually.ReadAsync("the victim is gone", () => fixture.Pods.ListAsync(ns), pods => pods.Items.Count == 5);
        await Eventually.StaysAsync(
            "all others stay",
            () => fixture.Pods.ListAsync(ns),
            pods => pods.Items.Select(pod => pod.Name()).Order(StringComparer.Ordinal).SequenceEqual(expected),
            TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Replicas_go_up_and_down_and_a_removed_group_goes()
    {
        var ns = await fixture.NewNamespaceAsync();
        var client = fixture.Environment.RayClusters();
        await client.CreateAsync(Clusters.Of(ns, "elastic", ("small", 1), ("medium", 1)));
        await WorkersAsync(ns, 2);
        await client.UpdateAsync("elastic", ns, cluster => cluster.Spec!.WorkerGroupSpecs![0].Replicas = 10);
        await WorkersAsync(ns, 11);
        await client.UpdateAsync("elastic", ns, cluster => cluster.Spec!.WorkerGroupSpecs![0].Replicas = 2);
        await WorkersAsync(ns, 3);
        await client.UpdateAsync("elastic", ns, cluster => cluster.Spec!.WorkerGroupSpecs!.RemoveAt(1));
        await WorkersAsync(ns, 2);
        await Eventually.ReadAsync(
            "ready again", () => client.GetAsync("elastic", ns), cluster => cluster.Status is { State: "ready", DesiredWorkerReplicas: 2, AvailableWorkerReplicas: 2 });
    }

    private Task WorkersAsync(string ns, int count) => Eventually.ReadAsync(
        $"{count} workers run",
        () => fixture.Pods.ListAsync(ns, new ListOptions { LabelSelector = $"{RayLabels.NodeType}=worker" }),
        pods => pods.Items.Count == count && pods.Items.All(pod => pod.Status?.Phase == "Running" && pod.Metadata.DeletionTimestamp is null));
}
