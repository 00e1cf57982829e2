using k8s.Models;
using Kube;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Commands.Local;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Commands.Local;

/// <summary>When a cluster counts as ready, and what is told when it is not.</summary>
public sealed class ReadinessTests
{
    private static readonly AppliedObject s_applied = new(RayCluster.ResourceType.Definition, new ObjectKey("team", "demo"), 2);

    [Theory]
    [InlineData(2, 2, "ready", false, true)]
    [InlineData(3, 3, "ready", false, true)]
    [InlineData(1, 1, "ready", false, false)] // a cache from before the manifest was applied
    [InlineData(2, 1, "ready", false, false)] // a status from before
    [InlineData(3, 2, "ready", false, false)]
    [InlineData(2, 2, null, false, false)]
    [InlineData(2, 2, "suspended", true, true)]
    [InlineData(2, 2, "ready", true, false)]
    [InlineData(2, 2, "suspended", false, false)]
    public void The_status_must_speak_of_what_was_applied(long generation, long observed, string? state, bool suspend, bool expected)
    {
        var cluster = Demo(generation);
        cluster.Spec!.Suspend = suspend;
        cluster.Status = new RayClusterStatus { State = state, ObservedGeneration = observed };

        Assert.Equal(expected, Readiness.IsReached(s_applied, cluster));
    }

    [Fact]
    public void A_cluster_without_status_or_none_at_all_is_not_ready()
    {
        Assert.False(Readiness.IsReached(s_applied, null));
        Assert.False(Readiness.IsReached(s_applied, Demo(2)));
    }

    [Fact]
    public void Conditions_pods_and_warnings_say_why()
    {
        var cluster = Demo(2);
        cluster.Status = new RayClusterStatus
        {
            Conditions =
            [
                Condition(RayConditionTypes.HeadPodReady, "False", "HeadPodNotFound", "there is none"),
                Condition(RayConditionTypes.ReplicaFailure, "True", "FailedCreatePod", "quota"),
                Condition(RayConditionTypes.RayClusterSuspended, "False", "X", "of no interest"),
            ],
        };
        var pod = Clusters.Worker("small", "w", "Pending", ready: false);
        pod.Spec.NodeSelector = new Dictionary<string, string> { ["gpu"] = "a100" };
        pod.Status.Conditions = [new V1PodCondition { Type = "PodScheduled", Status = "False", Reason = "Unschedulable", Message = "no node takes the pod" }];

        Assert.Equal(
            [
                "team/demo is not ready: headgroup 0/1, small 0/1 ready, state -",
                "  condition HeadPodReady=False: HeadPodNotFound: there is none",
                "  condition ReplicaFailure=True: FailedCreatePod: quota",
                "  pod w (small) Pending: Unschedulable: no node takes the pod; it asks for a node with certain labels, so give one to a node: "
                + "kubectl label node simulated-node-0 gpu=a100",
                "  event FailedCreate: once",
            ],
            Readiness.Explain(
                s_applied,
                cluster,
                [pod],
                [Warning("once", Clusters.Uid), Warning("once", Clusters.Uid), Warning("of another", "other"), Warning("normal", Clusters.Uid, "Normal")]));
    }

    [Fact]
    public void What_nobody_here_looks_after_is_told()
    {
        var cluster = Demo(2);
        cluster.Spec!.ManagedBy = "kueue.x-k8s.io/multikueue";
        var pod = Clusters.Worker("small", "w", "Pending", ready: false);
        pod.Spec.SchedulerName = "volcano";

        var lines = Readiness.Explain(s_applied, cluster, [pod], []).ToList();
        Assert.Equal("  spec.managedBy leaves it to kueue.x-k8s.io/multikueue, which is not here", lines[1]);
        Assert.EndsWith("; it waits for the scheduler volcano, which is not here", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("team/demo is not there", Assert.Single(Readiness.Explain(s_applied, null, [], [])), StringComparison.Ordinal);
    }

    private static RayCluster Demo(long generation)
    {
        var cluster = Clusters.Cluster(Clusters.Group("small", 1));
        cluster.Metadata.Generation = generation;
        return cluster;
    }

    private static V1Condition Condition(string type, string status, string reason, string message) =>
        new() { Type = type, Status = status, Reason = reason, Message = message };

    private static Eventsv1Event Warning(string note, string uid, string type = "Warning") =>
        new() { Type = type, Reason = "FailedCreate", Note = note, Regarding = new V1ObjectReference { Uid = uid } };
}
