using k8s.Models;
using Kube;
using Kube.Testing;
using Ray.Api;
using Ray.Api.V1;
using Ray.DevEnvironment;

namespace Ray.EndToEnd;

/// <summary>Suspending, recreating and deleting clusters, and replicas that span hosts.</summary>
public sealed class LifecycleTests(OperatorFixture fixture)
{
    private RayClusterClient Rays => fixture.Environment.RayClusters();

    [Fact]
    public async Task A_suspended_cluster_loses_its_pods_and_gets_them_back()
    {
        var ns = await fixture.NewNamespaceAsync();
        await Rays.CreateAsync(Clusters.Of(ns, "nap", ("small", 2)));
        await ReadyAsync(ns, "nap");

        await Rays.UpdateAsync("nap", ns, cluster => cluster.Spec!.Suspend = true);
        var suspended = await Eventually.ReadAsync(
            "suspended", () => Rays.GetAsync("nap", ns), cluster => cluster.Status?.State == RayClusterState.Suspended
                && IsTrue(cluster, RayConditionTypes.RayClusterSuspended));
        Assert.False(IsTrue(suspended, RayConditionTypes.RayClusterSuspending));
        Assert.Empty((await fixture.Pods.ListAsync(ns)).Items);
        Assert.Single((await fixture.Services.ListAsync(ns)).Items);

        await Rays.UpdateAsync("nap", ns, cluster => cluster.Spec!.Suspend = false);
        var resumed = await ReadyAsync(ns, "nap");
        Assert.False(IsTrue(resumed, RayConditionTypes.RayClusterSuspended));
    }

    [Fact]
    public async Task A_changed_spec_makes_all_pods_anew_when_the_strategy_is_Recreate()
    {
        var ns = await fixture.NewNamespaceAsync();
        var cluster = Clusters.Of(ns, "anew", ("small", 2));
        cluster.Spec!.UpgradeStrategy = new() { Type = UpgradeStrategyType.Recreate };
        await Rays.CreateAsync(cluster);
        await ReadyAsync(ns, "anew");
        var before = (await fixture.LivePodsAsync(ns)).Select(pod => pod.Uid()).ToHashSet();

        await Rays.UpdateAsync("anew", ns, stored => stored.Spec!.WorkerGroupSpecs![0].RayStartParams =
            new Dictionary<string, string> { ["num-cpus"] = "1" });

        await Eventually.ReadAsync(
            "three new pods run",
            () => fixture.Pods.ListAsync(ns),
            pods => pods.Items.Count == 3 && pods.Items.All(pod => !before.Contains(pod.Uid()) && pod.Status?.Phase == "Running"));
    }

    [Fact]
    public async Task When_one_host_of_a_replica_ends_the_whole_replica_is_replaced()
    {
        var ns = await fixture.NewNamespaceAsync();
        var cluster = Clusters.Of(ns, "hosts", ("tpu", 2));
        cluster.Spec!.WorkerGroupSpecs![0].NumOfHosts = 2;
        await Rays.CreateAsync(cluster);
        await ReadyAsync(ns, "hosts");
        var before = await WorkersAsync(ns);
        var victim = before[0];
        var lost = before.Where(pod => Replica(pod) == Replica(victim)).Select(pod => pod.Uid()).ToHashSet();
        Assert.Equal(2, lost.Count);

        await fixture.Pods.UpdateAsync(victim.Name(), ns, pod =>
        {
            pod.Metadata.Annotations ??= new Dictionary<string, string>();
            pod.Metadata.Annotations[SimulatedPodAnnotations.Phase] = "Failed";
        });

        var after = await Eventually.ReadAsync(
            "another whole replica runs",
            () => WorkersAsync(ns),
            pods => pods.Count == 4 && pods.All(pod => !lost.Contains(pod.Uid()) && pod.Status?.Phase == "Running"));
        Assert.All(after.GroupBy(Replica), replica => Assert.Equal(2, replica.Count()));
        Assert.Equal(2, after.Count(pod => before.Any(b => b.Uid() == pod.Uid())));
    }

    [Theory]
    [InlineData("Succeeded", null)]
    [InlineData("Failed", null)]
    [InlineData("Pending", "5")]
    public async Task A_deleted_cluster_waits_for_Redis_to_be_cleared_but_not_for_ever(string jobPhase, string? timeout)
    {
        var ns = await fixture.NewNamespaceAsync();
        await Rays.CreateAsync(OfRedis(ns, jobPhase, timeout));
        var ready = await ReadyAsync(ns, "redis");
        Assert.Contains(RayAnnotations.RedisCleanupFinalizer, ready.Metadata.Finalizers);

        await Rays.DeleteAsync("redis", ns);

        await Eventually.ReadAsync("the cluster is gone", () => Rays.ListAsync(ns), clusters => clusters.Items.Count == 0);
        var events = await Eventually.ReadAsync(
            "the events are told",
            () => fixture.Events.ListAsync(ns),
            all => all.Items.Any(e => e.Reason == RayEventReasons.CreatedRedisCleanupJob)
                && (timeout is null || all.Items.Any(e => e.Reason == RayEventReasons.ForceDeletedStuckCluster)));
        Assert.Equal(timeout is not null, events.Items.Any(e => e.Reason == RayEventReasons.ForceDeletedStuckCluster));
        await Eventually.ReadAsync("no pod is left", () => fixture.Pods.ListAsync(ns), pods => pods.Items.Count == 0);
    }

    private static RayCluster OfRedis(string ns, string jobPhase, string? timeout)
    {
        var cluster = Clusters.Of(ns, "redis", ("small", 1));
        cluster.Spec!.GcsFaultToleranceOptions = new() { RedisAddress = "redis.example:6379" };
        cluster.Spec.HeadGroupSpec!.Template!.Metadata = new()
        {
            Annotations = new Dictionary<string, string> { [SimulatedPodAnnotations.JobPhase] = jobPhase },
        };
        cluster.Metadata.Annotations = timeout is null ? null : new Dictionary<string, string>
        {
            [RayAnnotations.FaultToleranceDeletionTimeout] = timeout,
        };
        return cluster;
    }

    private Task<RayCluster> ReadyAsync(string ns, string name) => Eventually.ReadAsync(
        "ready", () => Rays.GetAsync(name, ns), cluster => cluster.Status?.State == RayClusterState.Ready, TimeSpan.FromMinutes(2));

    private async Task<IReadOnlyList<V1Pod>> WorkersAsync(string ns) =>
        (await fixture.Pods.ListAsync(ns, new ListOptions { LabelSelector = $"{RayLabels.NodeType}=worker" })).Items;

    private static string? Replica(V1Pod pod) => pod.GetLabel(RayLabels.WorkerGroupReplicaName);

    private static bool IsTrue(RayCluster cluster, string type) =>
        cluster.Status?.Conditions?.Any(c => c.Type == type && c.Status == "True") == true;
}
