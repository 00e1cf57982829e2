using System.Net;
using Kube;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Status;

/// <summary>
/// Those of the thirty most easily missed rules of KubeRay that are about the status. The number is that of the specification; the name says
/// whether we keep the rule or leave it on purpose.
/// </summary>
public sealed class EasilyMissedRuleTests
{
    [Fact]
    public async Task Rule_07_is_kept_ready_and_provisioned_stay_when_pods_fail_later()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 1)));
        await PassesAsync(world);
        Assert.Equal(RayClusterState.Ready, world.Cluster.Status!.State);

        foreach (var name in world.Api.Pods.Keys.ToList())
        {
            world.Api.Change(name, pod => pod.Status.Conditions[0].Status = "False");
        }

        world.Refresh();
        await PassAsync(world);

        Assert.Equal(RayClusterState.Ready, world.Cluster.Status!.State);
        Assert.Equal("True", ConditionOf(world, RayConditionTypes.RayClusterProvisioned));
        Assert.Equal("False", ConditionOf(world, RayConditionTypes.HeadPodReady));
        Assert.Equal(0, world.Cluster.Status.ReadyWorkerReplicas ?? 0);
    }

    [Fact]
    public async Task Rule_08_is_left_the_status_is_written_though_only_the_observed_generation_differs()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 1)));
        await PassesAsync(world);
        var before = world.Cluster.Status!;

        // A template that is changed touches no running pod, so nothing but the generation differs.
        world.Edit(spec => spec.WorkerGroupSpecs![0].RayStartParams = new Dictionary<string, string> { ["num-cpus"] = "1" });
        world.Refresh();
        await PassAsync(world);

        Assert.Equal(2, world.Cluster.Status!.ObservedGeneration);
        Assert.Equal(before with { ObservedGeneration = 2, LastUpdateTime = null }, world.Cluster.Status with { LastUpdateTime = null }, Same);
    }

    [Fact]
    public async Task Rule_09_is_left_the_status_is_written_without_a_head_service()
    {
        var world = new World(Clusters.Cluster());
        world.Api.Refuse = request => request.Path.Contains("/services", StringComparison.Ordinal)
            ? new ApiException(HttpStatusCode.Forbidden, "Forbidden", "no services today") : null;

        await PassAsync(world);

        Assert.Equal(1, world.Cluster.Status!.ObservedGeneration);
        Assert.Equal("False", ConditionOf(world, RayConditionTypes.RayClusterProvisioned));
    }

    [Fact]
    public async Task Rule_09_is_left_the_status_is_written_with_two_heads()
    {
        var world = new World(Clusters.Cluster(), Clusters.Head("one", age: 20), Clusters.Head("two"));

        await PassAsync(world);

        Assert.Equal("one", world.Cluster.Status!.Head!.PodName);
    }

    private static async Task PassesAsync(World world)
    {
        for (var pass = 0; pass < 4; pass++)
        {
            await PassAsync(world);
            world.StepNodes();
            world.Refresh();
        }
    }

    // Progress may be held back for a moment; the second look writes it.
    private static async Task PassAsync(World world)
    {
        await world.ReconcileAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        await world.ReconcileAsync();
    }

    private static string? ConditionOf(World world, string type) =>
        world.Cluster.Status!.Conditions!.SingleOrDefault(c => c.Type == type)?.Status;

    private static bool Same(RayClusterStatus one, RayClusterStatus other) =>
        System.Text.Json.JsonSerializer.Serialize(new RayCluster { Metadata = new(), Status = one }, RayCluster.ResourceType.Json)
        == System.Text.Json.JsonSerializer.Serialize(new RayCluster { Metadata = new(), Status = other }, RayCluster.ResourceType.Json);
}
