using System.Net;
using k8s.Models;
using Kube;
using Kube.Runtime.Controllers;
using Kube.Runtime.Queueing;
using Ray.Api;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Applying;

/// <summary>
/// Those of the thirty most easily missed rules of KubeRay that are about whole passes. The number is that of the specification; the name
/// says whether we keep the rule or leave it on purpose.
/// </summary>
public sealed class EasilyMissedRuleTests
{
    [Fact]
    public async Task Rule_11_is_kept_a_stale_cache_makes_no_second_head_and_no_second_workers()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 2), Clusters.Group("b", 1)));

        for (var pass = 0; pass < 3; pass++)
        {
            await world.ReconcileAsync();
        }

        Assert.Equal(4, world.Api.Pods.Count);
        Assert.Single(world.Api.Pods.Values, pod => pod.GetLabel(RayLabels.NodeType) == RayNodeTypes.Head);
    }

    [Fact]
    public async Task Rule_13_is_kept_who_named_workers_to_delete_takes_the_names_back()
    {
        var group = Clusters.Group("a", 1);
        group.ScaleStrategy = new() { WorkersToDelete = ["w"] };
        var world = new World(Clusters.Cluster(group), Clusters.Head("h"), Clusters.Worker("a", "w"), Clusters.Worker("a", "x"));

        for (var pass = 0; pass < 3; pass++)
        {
            await world.ReconcileAsync();
            world.StepNodes();
            world.Refresh();
            world.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.DoesNotContain("w", world.Api.Pods.Keys);
        Assert.Equal(["w"], world.Cluster.Spec!.WorkerGroupSpecs![0].ScaleStrategy!.WorkersToDelete!);
        Assert.All(
            world.Api.Requests.Where(request => request.Contains("/rayclusters/", StringComparison.Ordinal)),
            request => Assert.EndsWith("/rayclusters/demo/status", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rule_27_is_kept_a_failed_pass_is_tried_again_with_back_off_whatever_it_waits_for()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 1)));
        world.Api.Refuse = request => request.Path.EndsWith("/pods", StringComparison.Ordinal)
            ? new ApiException(HttpStatusCode.Forbidden, "Forbidden", "the quota is used up") : null;

        var result = await world.ReconcileAsync();

        Assert.Equal((ReconcileOutcome.Retry, TimeSpan.Zero), (result.Outcome, result.Delay));
        var backOff = new WorkQueueOptions();
        Assert.Equal((TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(1000)), (backOff.BaseDelay, backOff.MaxDelay));
    }

    [Fact]
    public async Task Rule_28_is_left_pods_are_deleted_one_by_one_and_only_those_that_the_cluster_owns()
    {
        var foreign = Clusters.Worker("a", "foreign");
        foreign.Metadata.OwnerReferences = null;
        var cluster = Clusters.Cluster(Clusters.Group("a", 1));
        cluster.Spec!.Suspend = true;
        var world = new World(cluster, Clusters.Head("h"), Clusters.Worker("a", "w"), foreign);

        for (var pass = 0; pass < 4; pass++)
        {
            await world.ReconcileAsync();
            world.StepNodes();
            world.Refresh();
            world.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Equal(["foreign"], world.Api.Pods.Keys);
        Assert.Null(world.Api.Pods["foreign"].Metadata.DeletionTimestamp);
        Assert.Equal(
            ["DELETE /api/v1/namespaces/team/pods/h", "DELETE /api/v1/namespaces/team/pods/w"],
            world.Api.Requests.Where(request => request.StartsWith("DELETE", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }
}
