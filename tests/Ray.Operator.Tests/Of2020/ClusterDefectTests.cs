using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Of2020;

/// <summary>
/// Defects of the operator of 2020 that could have lived on in what is done to whole clusters, by their number in
/// docs/migrating-from-2020.md. Each test says what was wrong.
/// </summary>
public sealed class ClusterDefectTests
{
    private const string Head = RayLabels.HeadGroupName;

    [Fact]
    public async Task Defects_2_and_3_gone_whatever_labels_a_template_has_pods_are_found_and_not_made_again_in_each_pass()
    {
        var cluster = Clusters.Cluster(Clusters.Group("a", 2)).Mark();
        string[] keys = ["groupName", "rayClusterName", "rayNodeType", "identifier", RayLabels.Cluster, RayLabels.NodeType, RayLabels.Group];
        cluster.Spec!.HeadGroupSpec!.Template!.Metadata.Labels = keys.ToDictionary(key => key, _ => "headGroup");
        cluster.Spec.WorkerGroupSpecs![0].Template!.Metadata.Labels = keys.ToDictionary(key => key, _ => "headGroup");
        var world = new World(cluster);
        for (var pass = 0; pass < 5; pass++)
        {
            await StepAsync(world);
        }

        Assert.Equal(3, world.Api.Pods.Count);
        Assert.Equal(RayClusterState.Ready, world.Cluster.Status!.State);
    }

    [Fact]
    public async Task Defect_5_gone_the_status_is_written_alone_and_only_when_it_changes()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 1)).Mark());
        for (var pass = 0; pass < 5; pass++)
        {
            await StepAsync(world);
        }

        var requests = world.Api.Requests.Count;
        await StepAsync(world);

        Assert.Equal(requests, world.Api.Requests.Count);
        Assert.DoesNotContain(world.Api.Requests, request => request.EndsWith("/rayclusters/demo", StringComparison.Ordinal));
    }

    [Fact]
    public void Defect_6_gone_names_that_stay_in_workersToDelete_do_no_harm()
    {
        var plan = Plan(Named(1, "gone", "x"), Clusters.Head("h"), Clusters.Worker("a", "y"));

        Assert.True(plan.IsEmpty);
    }

    [Fact]
    public void Defect_7_gone_of_several_heads_the_best_stays_and_nothing_crashes() => Assert.Equal(
        ["failed", "young"],
        Plan(Clusters.Cluster(), Clusters.Head("old", age: 90), Clusters.Head("young", age: 5), Clusters.Head("failed", "Failed")).Deleted().Order());

    [Theory]
    [InlineData("Failed")]
    [InlineData("Succeeded")]
    public void Defect_9_gone_a_head_that_ended_is_replaced_and_workers_are_looked_after_meanwhile(string phase)
    {
        var plan = Plan(Clusters.Cluster(Clusters.Group("a", 1)), Clusters.Head("h", phase));

        Assert.Equal(["h"], plan.Deleted());
        Assert.Equal("demo-head-", Assert.Single(plan.Created(Head)).Pod.Metadata.GenerateName);
        Assert.Equal("demo-worker-a-", Assert.Single(plan.Created("a")).Pod.Metadata.GenerateName);
    }

    [Fact]
    public void Defect_10_gone_workers_that_failed_are_deleted_as_well_as_replaced()
    {
        var plan = Plan(Clusters.Cluster(Clusters.Group("a", 2)), Clusters.Head("h"), Clusters.Worker("a", "x"), Clusters.Worker("a", "y", "Failed"));

        Assert.Equal(["y"], plan.Deleted());
        Assert.Single(plan.Created("a"));
    }

    [Fact]
    public void Defect_11_gone_a_smaller_group_shrinks_without_names() => Assert.Single(
        Plan(Clusters.Cluster(Clusters.Group("a", 1)), Clusters.Head("h"), Clusters.Worker("a", "x"), Clusters.Worker("a", "y")).Deleted());

    [Fact]
    public void Defect_11_gone_named_workers_go_whatever_the_count_and_pods_of_others_never_do()
    {
        var plan = Plan(
            Named(2, "x", "foreign", "h"), Clusters.Head("h"), Clusters.Worker("a", "x"), Clusters.Worker("a", "y"), Clusters.Worker("b", "foreign"));

        // Group b is not in the spec, which is why its worker goes.
        Assert.Equal(DeletionCause.Named, Assert.Single(plan.Deletions(), deletion => deletion.Pod.Metadata.Name == "x").Cause);
        Assert.DoesNotContain(plan.Deletions(), deletion => deletion.Pod.Metadata.Name == "h");
        Assert.DoesNotContain(plan.Deletions(), deletion => deletion is { Pod.Metadata.Name: "foreign", Cause: DeletionCause.Named });
    }

    [Theory]
    [InlineData(1, 2, 5, 2)]
    [InlineData(9, 0, 3, 3)]
    public void Defect_12_gone_a_group_is_kept_between_its_bounds(int replicas, int min, int max, int expected) =>
        Assert.Equal(expected, Plan(Clusters.Cluster(Clusters.Group("a", replicas, min, max)), Clusters.Head("h")).Created("a").Length);

    [Fact]
    public async Task Defect_13_gone_a_stale_cache_makes_no_second_head_and_no_workers_too_many()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 3)).Mark());
        for (var pass = 0; pass < 5; pass++)
        {
            await world.ReconcileAsync();
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(4, world.Api.Pods.Count);
    }

    [Fact]
    public void Defect_13_gone_a_cluster_on_its_way_out_gets_no_pods()
    {
        var cluster = Clusters.Cluster(Clusters.Group("a", 3));
        cluster.Metadata.DeletionTimestamp = Snapshots.Now.UtcDateTime;

        Assert.Empty(Plan(cluster).Actions.OfType<CreatePod>());
    }

    [Fact]
    public async Task Defect_20_gone_workers_reach_Ray_by_its_own_port_whatever_the_service_says()
    {
        var cluster = Clusters.Cluster(Clusters.Group("a", 1)).Mark();
        cluster.Spec!.HeadGroupSpec!.HeadService = new()
        {
            Metadata = new() { Name = "demo-svc" },
            Spec = new() { Type = "LoadBalancer", Ports = [new() { Name = "redis", Port = 80, TargetPort = 6379 }] },
        };
        var world = new World(cluster);
        await StepAsync(world);

        var service = Assert.Single(world.Api.Around.All.OfType<V1Service>());
        var worker = Assert.Single(world.Api.Pods.Values, PodFacts.IsWorker);
        Assert.Contains("--address=demo-svc.team.svc.cluster.local:6379 ", worker.Spec.Containers[0].Args[0], StringComparison.Ordinal);
        Assert.Contains(service.Spec.Ports, port => port.Port == 6379);
    }

    [Fact]
    public async Task Defect_22_gone_the_event_of_a_new_worker_names_it()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 1)).Mark());
        await StepAsync(world);

        var name = Assert.Single(world.Api.Pods.Values, PodFacts.IsWorker).Metadata.Name;
        var told = Assert.Single(await world.EndAsync(), e => e.Reason == RayEventReasons.CreatedWorkerPod);
        Assert.StartsWith("demo-worker-a-", name, StringComparison.Ordinal);
        Assert.Contains(name, told.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_strategy_Recreate_a_change_of_origin_makes_the_pods_anew()
    {
        var cluster = Clusters.Cluster();
        cluster.Spec!.UpgradeStrategy = new() { Type = UpgradeStrategyType.Recreate };
        var head = Clusters.Head("h");
        head.Metadata.Annotations = RayClusters.Desired.HeadPod.Build(cluster, Snapshots.Of(cluster).Settings).Metadata.Annotations;

        Assert.True(Planner.Plan(Snapshots.Of(cluster, head)).IsEmpty);
        Assert.Equal(["h"], Plan(cluster, head).Deleted());
    }

    private static RayCluster Named(int replicas, params string[] names)
    {
        var group = Clusters.Group("a", replicas);
        group.ScaleStrategy = new() { WorkersToDelete = [.. names] };
        return Clusters.Cluster(group);
    }

    private static Plan Plan(RayCluster cluster, params V1Pod[] pods) => Planner.Plan(Snapshots.Of(cluster.Mark(), pods));

    private static async Task StepAsync(World world)
    {
        world.Refresh();
        await world.ReconcileAsync();
        world.StepNodes();
        world.Clock.Advance(TimeSpan.FromSeconds(2));
    }
}
