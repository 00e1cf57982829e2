using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Planning;

/// <summary>Deleting a cluster that keeps state in Redis (spec section 5.10).</summary>
public sealed class DeletionRuleTests
{
    [Fact]
    public void The_finalizer_comes_before_anything_else()
    {
        var cluster = Cluster();
        cluster.Metadata.Finalizers = null;

        var plan = Planner.Plan(Snapshots.Of(cluster) with { HeadServices = [] });

        Assert.True(Assert.IsType<SetFinalizer>(Assert.Single(plan.Actions)).IsWanted);
    }

    [Fact]
    public void A_cluster_without_redis_gets_no_finalizer() =>
        Assert.Empty(Planner.Plan(Snapshots.Of(Clusters.Cluster(), Clusters.Head("h"))).Actions);

    [Fact]
    public void Pods_go_first()
    {
        var plan = Planner.Plan(Deleting(Clusters.Head("h"), Clusters.Worker("a", "w")));

        Assert.Equal(["h", "w"], plan.Deleted());
        Assert.Empty(plan.CreatedObjects());
    }

    [Fact]
    public void A_head_on_its_way_out_may_still_write_so_the_job_waits() =>
        Assert.Empty(Planner.Plan(Deleting(Clusters.Head("h").Terminating())).Actions);

    [Fact]
    public void The_job_is_made_when_the_head_is_gone() =>
        Assert.Equal(["Job demo-redis-cleanup"], Planner.Plan(Deleting(Clusters.Worker("a", "w").Terminating())).CreatedObjects());

    [Theory]
    [InlineData("Complete", true)]
    [InlineData("Failed", true)]
    [InlineData("FailureTarget", true)]
    [InlineData("Suspended", false)]
    public void The_finalizer_goes_when_the_job_has_ended_well_or_not(string condition, bool goes)
    {
        var plan = Planner.Plan(Deleting() with { Objects = [Job(condition)] });

        Assert.Equal(goes, plan.Actions is [SetFinalizer { IsWanted: false, Warning: null }]);
        Assert.Equal(goes, plan.Waits.IsEmpty);
    }

    [Theory]
    [InlineData(null, 299, false)]
    [InlineData(null, 300, true)]
    [InlineData("20", 19, false)]
    [InlineData("20", 21, true)]
    [InlineData("nonsense", 100, false)]
    public void In_the_end_the_finalizer_goes_in_any_case(string? annotation, int age, bool goes)
    {
        var snapshot = Deleting(Clusters.Head("h").Terminating());
        snapshot.Cluster.Metadata.DeletionTimestamp = Snapshots.Now.UtcDateTime.AddSeconds(-age);
        snapshot.Cluster.Metadata.Annotations = annotation is null ? null : new Dictionary<string, string>
        {
            [RayAnnotations.FaultToleranceDeletionTimeout] = annotation,
        };

        var plan = Planner.Plan(snapshot);

        Assert.Equal(goes, plan.Actions is [SetFinalizer { IsWanted: false, Warning: not null }]);
    }

    [Fact]
    public void Rule_10_left_on_purpose_an_invalid_spec_keeps_nobody_from_deleting_the_cluster()
    {
        var snapshot = Deleting() with { Objects = [Job("Complete")] };
        snapshot.Cluster.Spec!.WorkerGroupSpecs = [Clusters.Group("a", 1), Clusters.Group("a", 1)];

        Assert.IsType<SetFinalizer>(Assert.Single(Planner.Plan(snapshot).Actions));
    }

    [Fact]
    public void A_finalizer_that_has_nothing_to_wait_for_any_more_goes()
    {
        var snapshot = Deleting(Clusters.Head("h"));
        snapshot.Cluster.Spec!.GcsFaultToleranceOptions = null;

        Assert.False(Assert.IsType<SetFinalizer>(Assert.Single(Planner.Plan(snapshot).Actions)).IsWanted);
    }

    private static RayCluster Cluster()
    {
        var cluster = Clusters.Cluster(Clusters.Group("a", 1));
        cluster.Spec!.GcsFaultToleranceOptions = new() { RedisAddress = "redis:6379" };
        cluster.Metadata.Finalizers = [RayAnnotations.RedisCleanupFinalizer];
        return cluster;
    }

    private static ClusterSnapshot Deleting(params V1Pod[] pods)
    {
        var cluster = Cluster();
        cluster.Metadata.DeletionTimestamp = Snapshots.Now.UtcDateTime.AddSeconds(-5);
        return Snapshots.Of(cluster, pods);
    }

    private static V1Job Job(string condition)
    {
        var job = RedisCleanupJob.Build(Cluster(), new() { Version = "test" })!;
        job.Status = new() { Conditions = [new V1JobCondition { Type = condition, Status = "True" }] };
        return job;
    }
}
