using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Applying;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.RayClusters.Status;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Status;

public sealed class StatusCalculatorTests
{
    private static readonly DateTime s_now = Snapshots.Now.UtcDateTime;

    [Fact]
    public void Counts_come_from_the_spec_and_from_what_is_seen()
    {
        var status = Compute(Snapshots.Of(
            Clusters.Cluster(Clusters.Group("a", 3, min: 1, max: 5), Clusters.Group("b", 1, min: 1, max: 2, hosts: 2)),
            Clusters.Head("h"),
            Clusters.Worker("a", "ready"),
            Clusters.Worker("a", "unready", ready: false),
            Clusters.Worker("removed", "pending", "Pending")));

        Assert.Equal((5, 3, 9), (status.DesiredWorkerReplicas, status.MinWorkerReplicas, status.MaxWorkerReplicas));
        Assert.Equal((2, 1), (status.AvailableWorkerReplicas, status.ReadyWorkerReplicas));
        Assert.Equal(1, status.ObservedGeneration);
        Assert.Null(status.State);
    }

    [Fact]
    public void Resources_are_summed_over_the_head_and_the_replicas_that_the_spec_names()
    {
        var gpus = Clusters.Group("b", 2);
        gpus.Template!.Spec.Containers[0].Resources = new V1ResourceRequirements
        {
            Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("250m"), ["nvidia.com/gpu"] = new("1"), ["amd.com/gpu"] = new("2") },
            Limits = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("8"), ["memory"] = new("512Mi"), ["google.com/tpu"] = new("4") },
        };
        var suspended = Clusters.Group("c", 7);
        suspended.Suspend = true;

        var status = Compute(Snapshots.Of(Clusters.Cluster(Clusters.Group("a", 3), gpus, suspended)));

        Assert.Equal("3", status.DesiredCpu!.ToString());
        Assert.Equal("6Gi", status.DesiredMemory!.ToString());
        Assert.Equal("6", status.DesiredGpu!.ToString());
        Assert.Equal("8", status.DesiredTpu!.ToString());
    }

    [Fact]
    public void Without_resources_the_sums_are_zero()
    {
        var cluster = Clusters.Cluster();
        cluster.Spec!.HeadGroupSpec!.Template!.Spec.Containers[0].Resources = null;

        var status = Compute(Snapshots.Of(cluster));

        Assert.All(new[] { status.DesiredCpu, status.DesiredMemory, status.DesiredGpu, status.DesiredTpu }, q => Assert.Equal("0", q!.ToString()));
    }

    [Theory]
    [InlineData("Running", true, 1, "ready")]
    [InlineData("Running", false, 1, null)]
    [InlineData("Pending", false, 1, null)]
    [InlineData("Running", true, 0, null)]
    [InlineData("Running", true, 2, null)]
    public void A_cluster_is_ready_when_exactly_its_pods_run_and_are_ready(string phase, bool ready, int workers, string? state)
    {
        var pods = Enumerable.Range(0, workers).Select(i => Clusters.Worker("a", $"w{i}", phase, ready)).Prepend(Clusters.Head("h"));

        var status = Compute(Snapshots.Of(Clusters.Cluster(Clusters.Group("a", 1)), [.. pods]));

        Assert.Equal(state, status.State);
        Assert.Equal(state is null ? "False" : "True", Condition(status, RayConditionTypes.RayClusterProvisioned)!.Status);
        Assert.Equal(state is null ? null : s_now, status.StateTransitionTimes?["ready"]);
    }

    [Fact]
    public void Ready_and_provisioned_are_latches()
    {
        var cluster = Clusters.Cluster(Clusters.Group("a", 1));
        cluster.Status = Compute(Snapshots.Of(cluster, Clusters.Head("h"), Clusters.Worker("a", "w")));

        var later = Compute(Snapshots.Of(cluster, Clusters.Head("h", ready: false)) with { Now = Snapshots.Now.AddHours(1) });

        Assert.Equal("ready", later.State);
        Assert.Equal(s_now, later.StateTransitionTimes!["ready"]);
        Assert.Equal("True", Condition(later, RayConditionTypes.RayClusterProvisioned)!.Status);
        Assert.Equal("False", Condition(later, RayConditionTypes.HeadPodReady)!.Status);
        Assert.Equal(s_now.AddHours(1), Condition(later, RayConditionTypes.HeadPodReady)!.LastTransitionTime);
        Assert.Equal(0, later.AvailableWorkerReplicas);
    }

    [Fact]
    public void An_unchanged_cluster_gets_an_equal_status_whatever_the_time()
    {
        var cluster = Clusters.Cluster(Clusters.Group("a", 1));
        cluster.Status = Compute(Snapshots.Of(cluster, Clusters.Head("h")));

        var later = Compute(Snapshots.Of(cluster, Clusters.Head("h")) with { Now = Snapshots.Now.AddHours(1) });

        Assert.True(StatusPatch.Between(cluster.Status, later).IsEmpty);
        Assert.Equal(s_now, later.LastUpdateTime);
    }

    [Fact]
    public void A_new_generation_alone_is_worth_a_write()
    {
        var cluster = Clusters.Cluster();
        cluster.Status = Compute(Snapshots.Of(cluster, Clusters.Head("h")));
        cluster.Metadata.Generation = 2;

        var patch = StatusPatch.Between(cluster.Status, Compute(Snapshots.Of(cluster, Clusters.Head("h")) with { Now = Snapshots.Now.AddHours(1) }));

        Assert.Equal(["lastUpdateTime", "observedGeneration"], patch.Body.Select(m => m.Key).Order());
    }

    [Theory]
    [InlineData("None", "10.0.0.1")]
    [InlineData("10.96.0.7", "10.96.0.7")]
    public void The_head_is_told_with_its_addresses(string clusterIp, string serviceIp)
    {
        var snapshot = Snapshots.Of(Clusters.Cluster(), Clusters.Head("h"));
        snapshot.HeadServices[0].Spec.ClusterIP = clusterIp;

        var head = Compute(snapshot).Head!;

        Assert.Equal(("h", "10.0.0.1", "demo-head-svc", serviceIp), (head.PodName, head.PodIp, head.ServiceName, head.ServiceIp));
    }

    [Fact]
    public void Without_head_and_service_the_status_says_so()
    {
        var status = Compute(Snapshots.Of(Clusters.Cluster()) with { HeadServices = [] });

        Assert.Equal(new HeadInfo(), status.Head);
        Assert.Null(status.Endpoints);
        Assert.Equal(RayConditionReasons.HeadPodNotFound, Condition(status, RayConditionTypes.HeadPodReady)!.Reason);
    }

    [Fact]
    public void Endpoints_are_node_ports_or_target_ports_of_named_ports()
    {
        var snapshot = Snapshots.Of(Clusters.Cluster());
        snapshot.HeadServices[0].Spec.Ports =
        [
            new() { Name = "node", Port = 1, NodePort = 30001, TargetPort = 5 },
            new() { Name = "number", Port = 2, TargetPort = 6 },
            new() { Name = "text", Port = 3, TargetPort = "http" },
            new() { Name = "plain", Port = 4 },
            new() { Port = 9 },
        ];

        Assert.Equal(
            new Dictionary<string, string> { ["node"] = "30001", ["number"] = "6", ["text"] = "http", ["plain"] = "4" },
            Compute(snapshot).Endpoints);
    }

    [Fact]
    public void A_refused_spec_shows_in_state_reason_and_condition_and_goes_when_mended()
    {
        var cluster = Clusters.Cluster(Clusters.Group("a", 1));
        cluster.Status = Compute(Snapshots.Of(cluster, Clusters.Head("h"), Clusters.Worker("a", "w")));
        cluster.Spec!.WorkerGroupSpecs![0].Replicas = -1;
        cluster.Metadata.Generation = 2;

        cluster.Status = Compute(Snapshots.Of(cluster, Clusters.Head("h"), Clusters.Worker("a", "w")));

        Assert.Equal("failed", cluster.Status.State);
        Assert.Contains("workerGroupSpecs[0].replicas", cluster.Status.Reason, StringComparison.Ordinal);
        Assert.Equal("InvalidRayClusterSpec", Condition(cluster.Status, ConditionRules.SpecInvalid)!.Reason);
        Assert.Equal((2, 1, 1), (cluster.Status.ObservedGeneration, cluster.Status.DesiredWorkerReplicas, cluster.Status.AvailableWorkerReplicas));

        cluster.Spec.WorkerGroupSpecs[0].Replicas = 2;
        var mended = Compute(Snapshots.Of(cluster, Clusters.Head("h"), Clusters.Worker("a", "w")));

        Assert.Null(mended.State);
        Assert.Null(mended.Reason);
        Assert.Null(Condition(mended, ConditionRules.SpecInvalid));
    }

    [Fact]
    public void A_refused_cluster_without_any_spec_has_a_status()
    {
        var cluster = Clusters.Cluster();
        cluster.Spec = null;

        Assert.Equal("failed", Compute(Snapshots.Of(cluster, Clusters.Head("h"))).State);
    }

    [Theory]
    [InlineData("headgroup", true, RayConditionReasons.FailedCreateHeadPod)]
    [InlineData("a", true, RayConditionReasons.FailedCreateWorkerPod)]
    [InlineData("headgroup", false, RayConditionReasons.FailedDeleteHeadPod)]
    [InlineData("a", false, RayConditionReasons.FailedDeleteWorkerPod)]
    public void A_failed_write_of_a_pod_is_a_condition(string group, bool isCreation, string reason)
    {
        var snapshot = Snapshots.Of(Clusters.Cluster(Clusters.Group("a", 0)), Clusters.Head("h"));
        PlannedAction action = isCreation ? new CreatePod(new V1Pod(), group, "") : new DeletePod(new V1Pod(), group, DeletionCause.Dead, "");

        var status = StatusCalculator.Compute(snapshot, new Plan(), new([new(action, "x", "quota exceeded")]));

        Assert.Equal((reason, "quota exceeded"), (Condition(status, RayConditionTypes.ReplicaFailure)!.Reason, Condition(status, RayConditionTypes.ReplicaFailure)!.Message));
        Assert.Null(status.State);
    }

    [Fact]
    public void A_failure_is_over_after_a_complete_pass_without_one_and_not_before()
    {
        var cluster = Clusters.Cluster();
        cluster.Status = new() { Conditions = [new() { Type = RayConditionTypes.ReplicaFailure, Status = "True", Reason = "x", Message = "y" }] };
        var snapshot = Snapshots.Of(cluster, Clusters.Head("h"));

        var waiting = StatusCalculator.Compute(snapshot, new Plan { Waits = [new("the caches")] }, ApplyOutcome.Nothing);
        var done = StatusCalculator.Compute(snapshot, new Plan(), ApplyOutcome.Nothing);

        Assert.NotNull(Condition(waiting, RayConditionTypes.ReplicaFailure));
        Assert.Null(Condition(done, RayConditionTypes.ReplicaFailure));
    }

    [Fact]
    public void Trouble_of_a_container_explains_an_unready_head()
    {
        var head = Clusters.Head("h", ready: false);
        head.Status.Conditions[0].Reason = RayConditionReasons.ContainersNotReady;
        head.Status.Conditions[0].Message = "containers with unready status: [ray]";
        head.Status.ContainerStatuses =
        [
            new() { Name = "fine", State = new() { Running = new() } },
            new() { Name = "ray", State = new() { Waiting = new() { Reason = "ImagePullBackOff", Message = "no such image" } } },
        ];

        var condition = Condition(Compute(Snapshots.Of(Clusters.Cluster(), head)), RayConditionTypes.HeadPodReady)!;

        Assert.Equal("ImagePullBackOff", condition.Reason);
        Assert.Equal("containers with unready status: [ray]; ray: no such image", condition.Message);
    }

    [Fact]
    public void An_empty_reason_is_never_written()
    {
        var head = Clusters.Head("h", ready: false);
        head.Status.Conditions[0].Reason = RayConditionReasons.ContainersNotReady;
        head.Status.ContainerStatuses = [new() { Name = "ray", State = new() { Waiting = new() } }];

        Assert.Equal("Unknown", Condition(Compute(Snapshots.Of(Clusters.Cluster(), head)), RayConditionTypes.HeadPodReady)!.Reason);
    }

    [Fact]
    public void A_ready_head_without_a_reason_has_one() => Assert.Equal(
        RayConditionReasons.HeadPodRunningAndReady,
        Condition(Compute(Snapshots.Of(Clusters.Cluster(), Clusters.Head("h"))), RayConditionTypes.HeadPodReady)!.Reason);

    private static RayClusterStatus Compute(ClusterSnapshot snapshot) =>
        StatusCalculator.Compute(snapshot, Planner.Plan(snapshot), ApplyOutcome.Nothing);

    private static V1Condition? Condition(RayClusterStatus status, string type) => status.Conditions!.SingleOrDefault(c => c.Type == type);
}
