using k8s.Models;
using Ray.Api;
using Ray.DevEnvironment;

namespace Ray.EndToEnd;

public sealed class CrashTests(OperatorFixture fixture)
{
    [Fact]
    public async Task A_kill_in_the_middle_of_a_scale_up_makes_no_twin_and_loses_no_pod()
    {
        const int Workers = 200;
        var ns = await fixture.NewNamespaceAsync();
        var client = fixture.Environment.RayClusters();
        await client.CreateAsync(Clusters.Of(ns, "crash", ("small", 0)));
        await Eventually.ReadAsync("the head is up", () => fixture.LivePodsAsync(ns), pods => pods.Count == 1);

        await client.UpdateAsync("crash", ns, cluster => cluster.Spec!.WorkerGroupSpecs![0].Replicas = Workers);
        var atKill = await Eventually.ReadAsync("some workers exist", () => fixture.LivePodsAsync(ns), pods => pods.Count > 20);
        await fixture.KillOperatorAsync();
        Assert.True(atKill.Count < Workers, $"The scale-up was over ({atKill.Count} pods) before the kill: this run shows nothing.");
        await fixture.StartOperatorAsync();

        await Eventually.ReadAsync(
            "all workers run", () => client.GetAsync("crash", ns), cluster => cluster.Status?.AvailableWorkerReplicas == Workers, TimeSpan.FromMinutes(3));
        await Eventually.StaysAsync(
            "exactly the wanted pods", () => fixture.Pods.ListAsync(ns), pods => pods.Items.Count == Workers + 1, TimeSpan.FromSeconds(5));
        var all = await fixture.LivePodsAsync(ns);
        Assert.Single(all, pod => pod.GetLabel(RayLabels.NodeType) == "head");
        await client.DeleteAsync("crash", ns);
        await Eventually.ReadAsync("the pods are gone", () => fixture.Pods.ListAsync(ns), pods => pods.Items.Count == 0, TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task An_operator_that_is_asked_to_stop_ends_at_once_and_with_success()
    {
        var exit = await fixture.Operator.StopAsync().WaitAsync(TimeSpan.FromSeconds(10));
        await fixture.Operator.DisposeAsync();
        await fixture.StartOperatorAsync();

        Assert.Equal(0, exit);
    }
}
