using Ray.DevEnvironment;

namespace Ray.EndToEnd;

public sealed class OutageTests(OperatorFixture fixture)
{
    /// <summary>Longer than any expectation lasts: what the operator created just before must not be taken for missing just after.</summary>
    private static readonly TimeSpan s_outage = TimeSpan.FromSeconds(45);

    [Fact]
    public async Task An_api_server_that_is_away_in_the_middle_of_a_scale_up_makes_no_twin()
    {
        const int Workers = 200;
        var ns = await fixture.NewNamespaceAsync();
        var client = fixture.Environment.RayClusters();
        await client.CreateAsync(Clusters.Of(ns, "outage", ("small", 0)));
        await Eventually.ReadAsync("the head is up", () => fixture.LivePodsAsync(ns), pods => pods.Count == 1);

        await client.UpdateAsync("outage", ns, cluster => cluster.Spec!.WorkerGroupSpecs![0].Replicas = Workers);
        var before = await Eventually.ReadAsync("some workers exist", () => fixture.LivePodsAsync(ns), pods => pods.Count > 20);
        await fixture.Environment.ControlPlane.KillApiServerAsync();
        Assert.True(before.Count < Workers, $"The scale-up was over ({before.Count} pods) before the outage: this run shows nothing.");
        await Task.Delay(s_outage, TimeProvider.System, TestContext.Current.CancellationToken);
        await fixture.Environment.ControlPlane.StartApiServerAsync(TestContext.Current.CancellationToken);

        await Eventually.ReadAsync(
            "all workers run", () => client.GetAsync("outage", ns), cluster => cluster.Status?.AvailableWorkerReplicas == Workers, TimeSpan.FromMinutes(4));
        await Eventually.StaysAsync(
            "exactly the wanted pods", () => fixture.Pods.ListAsync(ns), pods => pods.Items.Count == Workers + 1, TimeSpan.FromSeconds(35));
        await client.DeleteAsync("outage", ns);
        await Eventually.ReadAsync("the pods are gone", () => fixture.Pods.ListAsync(ns), pods => pods.Items.Count == 0, TimeSpan.FromMinutes(2));
    }
}
