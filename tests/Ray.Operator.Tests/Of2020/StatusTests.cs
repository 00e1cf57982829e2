using k8s.Models;
using Ray.Api.V1Alpha1;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Of2020;

/// <summary><c>status.availableReplicas</c> of 2020, from what the operator writes into the status of v1.</summary>
public sealed class StatusTests
{
    [Fact]
    public async Task All_pods_that_run_are_available_head_included()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 2), Clusters.Group("b", 1)).Mark());

        Assert.Equal([0, 4, 4], [await AvailableAfterAsync(world), await AvailableAfterAsync(world), await AvailableAfterAsync(world)]);
    }

    [Fact]
    public async Task Pods_that_wait_for_a_node_or_have_failed_are_not()
    {
        V1Pod[] pods = [Clusters.Head("h"), Clusters.Worker("a", "x", ready: false), Clusters.Worker("a", "y", "Pending"), Clusters.Worker("a", "z", "Failed")];

        Assert.Equal(2, await AvailableAfterAsync(new World(Clusters.Cluster(Clusters.Group("a", 3)).Mark(), pods)));
        Assert.Equal(1, await AvailableAfterAsync(new World(Clusters.Cluster(Clusters.Group("a", 3)).Mark(), pods[1..])));
    }

    // What the status says after a pass; only then pods go on.
    private static async Task<int?> AvailableAfterAsync(World world)
    {
        world.Refresh();
        await world.ReconcileAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        world.Refresh();
        await world.ReconcileAsync();
        var available = RayClusterConversion.FromHub(world.Cluster).Status?.AvailableReplicas;
        world.StepNodes();
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        return available;
    }
}
