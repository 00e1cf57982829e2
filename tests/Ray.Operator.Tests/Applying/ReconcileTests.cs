using System.Net;
using Kube;
using Kube.Runtime;
using Kube.Runtime.Controllers;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Applying;

/// <summary>Whole passes: what is sent, what is remembered, what is written.</summary>
public sealed class ReconcileTests
{
    [Fact]
    public async Task A_new_cluster_costs_one_request_for_each_object_and_one_status()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 2), Clusters.Group("b", 1)));

        await world.ReconcileAsync();
        world.StepNodes();
        world.Refresh();
        await world.ReconcileAsync();
        world.Refresh();
        await world.ReconcileAsync();

        Assert.Equal(
            [
                "PATCH /api/v1/namespaces/team/services/demo-head-svc",
                .. Enumerable.Repeat("POST /api/v1/namespaces/team/pods", 4),
                "PATCH /apis/ray.io/v1/namespaces/team/rayclusters/demo/status",
            ],
            world.Api.Requests);
        Assert.Equal(RayClusterState.Ready, world.Cluster.Status!.State);
    }

    [Fact]
    public async Task Progress_waits_a_moment_and_is_then_written_once()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 2)));
        var first = await world.ReconcileAsync();
        Assert.Equal(ReconcileResult.After(TimeSpan.FromSeconds(5)), first);

        world.Clock.Advance(TimeSpan.FromMilliseconds(4400));
        world.Refresh();
        Assert.Equal(ReconcileResult.After(TimeSpan.FromMilliseconds(600)), await world.ReconcileAsync());
        Assert.Empty(world.Api.StatusPatches);

        world.Clock.Advance(TimeSpan.FromMilliseconds(600));
        Assert.Equal(ReconcileResult.After(TimeSpan.FromMinutes(5)), await world.ReconcileAsync());
        Assert.Equal(2, world.Cluster.Status!.DesiredWorkerReplicas);

        await world.ReconcileAsync();
        Assert.Single(world.Api.StatusPatches);
    }

    [Fact]
    public async Task Progress_of_a_cluster_that_was_ready_once_waits_a_second()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 1)));
        await world.ReconcileAsync();
        world.StepNodes();
        world.Refresh();
        await world.ReconcileAsync();
        Assert.Equal(RayClusterState.Ready, world.Cluster.Status!.State);
        world.Edit(spec => spec.WorkerGroupSpecs![0].Replicas = 2);
        world.Refresh();

        Assert.Equal(ReconcileResult.After(TimeSpan.FromSeconds(1)), await world.ReconcileAsync());
        Assert.Single(world.Api.StatusPatches);

        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.ReconcileAsync();
        Assert.Equal(2, world.Cluster.Status!.DesiredWorkerReplicas);
    }

    [Fact]
    public async Task A_stale_cache_of_the_cluster_does_not_repeat_a_status()
    {
        var world = new World(Clusters.Cluster(), Clusters.Head("h"));
        await world.ReconcileAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        await world.ReconcileAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        await world.ReconcileAsync();

        Assert.Single(world.Api.StatusPatches, p => p["status"]!["state"]?.GetValue<string>() == "ready");
    }

    [Fact]
    public async Task A_stale_cache_makes_no_twins()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 3)));
        for (var i = 0; i < 5; i++)
        {
            await world.ReconcileAsync();
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(4, world.Api.Pods.Count);
        Assert.Single(world.Api.Requests, r => r.Contains("/services/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stale_cache_deletes_nothing_twice()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 1)), Clusters.Head("h"), Clusters.Worker("a", "x"),
            Clusters.Worker("a", "y"));
        await world.ReconcileAsync();
        await world.ReconcileAsync();

        Assert.Single(world.Api.Requests, r => r.StartsWith("DELETE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_create_without_an_answer_holds_its_group_until_the_caches_must_have_caught_up()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 1)), Clusters.Head("h"));
        world.Api.FailAfterActing = true;
        world.Api.Refuse = r => r.Method == HttpMethod.Post ? new ApiException(HttpStatusCode.GatewayTimeout, "Timeout", "no answer")
            : null;
        Assert.Equal(ReconcileOutcome.Retry, (await world.ReconcileAsync()).Outcome);

        world.Api.Refuse = _ => null;
        await world.ReconcileAsync();
        Assert.Equal(2, world.Api.Pods.Count);

        world.Refresh();
        world.Clock.Advance(Expectation.DoubtTimeout);
        await world.ReconcileAsync();
        Assert.Equal(2, world.Api.Pods.Count);
    }

    [Fact]
    public async Task A_create_whose_answer_cannot_be_read_counts_as_one_that_may_have_worked()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 1)), Clusters.Head("h"));
        world.Api.FailAfterActing = true;
        world.Api.Refuse = r => r.Method == HttpMethod.Post
            ? new ApiException(HttpStatusCode.Created, ApiFailureReasons.Unreadable, "the answer is not a V1Pod") : null;
        for (var i = 0; i < 4; i++)
        {
            await world.ReconcileAsync();
            world.Clock.Advance(Expectation.DoubtTimeout);
        }

        Assert.Equal(2, world.Api.Pods.Count);
    }

    [Fact]
    public async Task A_create_that_was_never_sent_is_tried_again_at_once()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 1)), Clusters.Head("h"));
        world.Api.Refuse = r => r.Method == HttpMethod.Post ? new ApiException(0, ApiFailureReasons.Unreachable, "connection refused")
            : null;
        await world.ReconcileAsync();
        world.Api.Refuse = _ => null;
        await world.ReconcileAsync();

        Assert.Equal(2, world.Api.Pods.Count);
    }

    [Fact]
    public async Task The_first_failure_ends_the_plan_and_is_told_and_tried_again()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 100)), Clusters.Head("h"));
        var tries = 0;
        world.Api.Refuse = r => r.Method == HttpMethod.Post
            ? new ApiException(HttpStatusCode.Forbidden, "Forbidden",
                $"pods \"demo-a-worker-{++tries:00000}\" is forbidden: exceeded quota")
            : null;

        var result = await world.ReconcileAsync();

        Assert.Equal(ReconcileOutcome.Retry, result.Outcome);
        Assert.Equal(1, tries);
        var failure = world.Cluster.Status!.Conditions!.Single(c => c.Type == RayConditionTypes.ReplicaFailure);
        Assert.Equal(("FailedCreateWorkerPod", "pods \"demo-a-worker-*\" is forbidden: exceeded quota"), (failure.Reason, failure.Message));

        world.Refresh();
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        await world.ReconcileAsync();
        Assert.Equal(2, tries);
        Assert.DoesNotContain(world.Api.StatusPatches.Skip(1), patch => patch["status"]!["conditions"] is not null);
    }

    [Fact]
    public async Task A_failing_service_keeps_pods_from_being_made()
    {
        var world = new World(Clusters.Cluster());
        world.Api.Refuse = r => r.Method == HttpMethod.Patch && r.Path.Contains("/services/", StringComparison.Ordinal)
            ? new ApiException(HttpStatusCode.Conflict, "Conflict", "owned by somebody") : null;

        Assert.Equal(ReconcileOutcome.Retry, (await world.ReconcileAsync()).Outcome);
        Assert.Empty(world.Api.Pods);
        Assert.Equal(1, world.Cluster.Status!.ObservedGeneration);
    }

    [Fact]
    public async Task A_pod_that_is_gone_already_counts_as_deleted()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 0)), Clusters.Head("h"), Clusters.Worker("a", "x"));
        world.Api.Pods.Remove("x");

        Assert.NotEqual(ReconcileOutcome.Retry, (await world.ReconcileAsync()).Outcome);
    }

    [Fact]
    public async Task A_cluster_deleted_during_a_pass_is_no_failure()
    {
        var world = new World(Clusters.Cluster(), Clusters.Head("h"));
        world.Api.Refuse = r => r.Path.EndsWith("/status", StringComparison.Ordinal)
            ? new ApiException(HttpStatusCode.NotFound, "NotFound", "rayclusters.ray.io \"demo\" not found") : null;

        Assert.NotEqual(ReconcileOutcome.Retry, (await world.ReconcileAsync()).Outcome);
    }

    [Theory]
    [InlineData("kueue.x-k8s.io/multikueue", false)]
    [InlineData("", false)]
    [InlineData("ray.io/kuberay-operator", true)]
    public async Task Clusters_of_another_manager_are_left_alone(string manager, bool isOurs)
    {
        var cluster = Clusters.Cluster();
        cluster.Spec!.ManagedBy = manager;
        var world = new World(cluster);

        await world.ReconcileAsync();

        Assert.Equal(isOurs, world.Api.Requests.Count > 0);
    }

    [Fact]
    public async Task A_cluster_that_is_being_deleted_is_left_to_the_garbage_collector_though_its_spec_is_invalid()
    {
        var cluster = Clusters.Cluster(Clusters.Group("a", -1));
        cluster.Metadata.DeletionTimestamp = Snapshots.Now.UtcDateTime;
        var world = new World(cluster);

        Assert.Equal(ReconcileResult.Done, await world.ReconcileAsync());
        Assert.Empty(world.Api.Requests);
    }

    [Fact]
    public async Task A_cluster_made_anew_under_the_same_name_owes_nothing_to_the_old_one()
    {
        var world = new World(Clusters.Cluster());
        await world.ReconcileAsync();
        world.Api.Pods.Clear();
        world.Api.Around.Remove("services", "demo-head-svc");
        world.Cluster.Metadata.Uid = "another-uid";

        await world.ReconcileAsync();

        Assert.Equal("another-uid", Assert.Single(world.Api.Pods.Values).Metadata.OwnerReferences[0].Uid);
    }

    [Fact]
    public async Task Foreign_pods_are_never_touched()
    {
        var foreign = Clusters.Worker("a", "foreign", "Failed");
        foreign.Metadata.OwnerReferences[0].Uid = "another-uid";
        var group = Clusters.Group("a", 0);
        group.ScaleStrategy = new() { WorkersToDelete = ["foreign"] };
        var world = new World(Clusters.Cluster(group), Clusters.Head("h"), foreign);

        await world.ReconcileAsync();

        Assert.Contains("foreign", world.Api.Pods.Keys);
        Assert.Contains("foreign", world.Observe()!.ForeignPodNames);
    }
}
