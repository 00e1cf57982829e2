using Ray.Api.V1;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Planning;

/// <summary>Stories of suspending, recreating, deleting, of replicas that span hosts, and of objects around the pods.</summary>
public sealed partial class ReplayTests
{
    [Fact]
    public async Task Suspend_and_resume()
    {
        var world = await RunningAsync(Clusters.Group("small", 2));
        world.Edit(spec => spec.Suspend = true);
        await TellAsync(world, "the cluster is suspended");
        world.Edit(spec => spec.Suspend = null);
        await TellAsync(world, "suspend is removed from the spec, which does not resume");
        world.Edit(spec => spec.Suspend = false);
        await TellAsync(world, "suspend is set to false");
        AssertStory("suspend-and-resume");
    }

    [Fact]
    public async Task Suspend_that_is_taken_back()
    {
        var world = await RunningAsync(Clusters.Group("small", 1));
        world.Edit(spec => spec.Suspend = true);
        world.Refresh();
        await world.ReconcileAsync();
        world.Edit(spec => spec.Suspend = false);
        await TellAsync(world, "suspend is set to true, and to false after the first pass: the suspension is finished, then the cluster resumes");
        AssertStory("suspend-taken-back");
    }

    [Fact]
    public async Task Suspended_group()
    {
        var world = await RunningAsync(Clusters.Group("small", 2), Clusters.Group("medium", 1));
        var group = Clusters.Group("small", 2);
        group.Suspend = true;
        world.Edit(spec => spec.WorkerGroupSpecs = [group, Clusters.Group("medium", 1)]);
        await TellAsync(world, "group small is suspended");
        AssertStory("suspended-group");
    }

    [Fact]
    public async Task Recreate()
    {
        var cluster = Clusters.Cluster(Clusters.Group("small", 2));
        cluster.Spec!.UpgradeStrategy = new() { Type = UpgradeStrategyType.Recreate };
        var world = await RunningAsync(cluster);
        world.Edit(spec => spec.RayVersion = "2.54.0");
        await TellAsync(world, "rayVersion changes and the upgrade strategy is Recreate");
        AssertStory("recreate");
    }

    [Theory]
    [InlineData("Complete", "redis-cleared")]
    [InlineData("Failed", "redis-not-cleared")]
    [InlineData(null, "redis-cleanup-takes-too-long")]
    public async Task Deletion_with_Redis(string? end, string story)
    {
        var world = await RunningAsync(OfRedis());
        world.JobEnd = end;
        world.DeleteCluster();
        await TellAsync(world, $"a cluster that keeps state in Redis is deleted; the job's condition becomes {end ?? "nothing at all"}", rounds: 4);
        if (end is null)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(5));
            await TellAsync(world, "five minutes later");
        }

        Assert.Null(world.Api.Cluster);
        AssertStory(story);
    }

    [Fact]
    public async Task Start_up_with_Redis()
    {
        await TellAsync(new World(OfRedis()), "a cluster that keeps state in Redis is created");
        AssertStory("start-up-with-redis");
    }

    [Fact]
    public async Task Lost_host()
    {
        var world = await RunningAsync(Clusters.Group("tpu", 2, hosts: 2));
        world.Api.Change(world.Api.Pods.Values.First(PodFacts.IsWorker).Metadata.Name, pod => pod.Status.Phase = "Failed");
        await TellAsync(world, "one of two hosts of the first replica of group tpu fails");
        AssertStory("lost-host");
    }

    [Fact]
    public async Task Autoscaler_scales_down_by_name()
    {
        var cluster = Clusters.Cluster(Clusters.Group("small", 3));
        cluster.Spec!.EnableInTreeAutoscaling = true;
        var world = await RunningAsync(cluster);
        world.Edit(spec => spec.WorkerGroupSpecs = [Clusters.Group("small", 2)]);
        await TellAsync(world, "replicas are lowered from 3 to 2 without a name: while the autoscaler rules nothing goes");
        var group = Clusters.Group("small", 2);
        group.ScaleStrategy = new() { WorkersToDelete = [world.Api.Pods.Values.Last(PodFacts.IsWorker).Metadata.Name] };
        world.Edit(spec => spec.WorkerGroupSpecs = [group]);
        await TellAsync(world, $"the autoscaler names {group.ScaleStrategy.WorkersToDelete[0]}");
        AssertStory("autoscaler-scales-down");
    }

    [Fact]
    public async Task Network_policies_on_and_off()
    {
        var world = await RunningAsync(
            Clusters.Cluster(Clusters.Group("small", 1)), new() { Version = "test", Gates = new() { RayClusterNetworkPolicy = true } });
        world.Edit(spec => spec.NetworkPolicy = new() { Mode = "DenyAllIngress" });
        await TellAsync(world, "incoming traffic is refused");
        world.Edit(spec => spec.NetworkPolicy = null);
        await TellAsync(world, "networkPolicy is removed from the spec");
        AssertStory("network-policies");
    }

    private static RayCluster OfRedis()
    {
        var cluster = Clusters.Cluster(Clusters.Group("small", 1));
        cluster.Spec!.GcsFaultToleranceOptions = new() { RedisAddress = "redis:6379" };
        return cluster;
    }
}
