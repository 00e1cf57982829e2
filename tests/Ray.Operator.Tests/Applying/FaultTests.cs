using k8s.Models;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Applying;

/// <summary>Passes that fail in a way that nobody foresaw.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_fault_is_told_once_for_each_generation_and_the_cluster_goes_on_when_it_is_over()
    {
        var world = new World(Clusters.Cluster()) { Fault = new InvalidOperationException("out of order") };
        await Assert.ThrowsAsync<InvalidOperationException>(world.ReconcileAsync);
        await Assert.ThrowsAsync<InvalidOperationException>(world.ReconcileAsync);
        world.Edit(spec => spec.RayVersion = "2.54.0");
        world.Refresh();
        await Assert.ThrowsAsync<InvalidOperationException>(world.ReconcileAsync);

        world.Fault = null;
        await world.ReconcileAsync();

        Assert.Single(world.Api.Pods);
        var told = (await world.EndAsync()).Where(e => e.Reason == "ReconcileFailed").ToList();
        Assert.Contains("out of order", told[0].Note, StringComparison.Ordinal);
        Assert.All(told, e => Assert.Equal("Warning", e.Type));
    }

    [Fact]
    public async Task A_quantity_that_no_number_holds_is_refused_with_an_event_and_a_condition()
    {
        var cluster = Clusters.Cluster();
        cluster.Spec!.HeadGroupSpec!.Template!.Spec.Containers[0].Resources.Limits["memory"] = new ResourceQuantity("1e30");
        var world = new World(cluster);

        await world.ReconcileAsync();

        Assert.Empty(world.Api.Pods);
        Assert.Contains(world.Cluster.Status!.Conditions!, c => c.Type == "RayClusterSpecInvalid" && c.Message.Contains("1e30"));
        Assert.Contains(await world.EndAsync(), e => e.Reason == "InvalidRayClusterSpec" && e.Note.Contains("1e30"));
    }
}
