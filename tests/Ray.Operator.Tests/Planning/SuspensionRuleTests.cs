using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Applying;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.RayClusters.Status;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Planning;

/// <summary>Suspending a cluster: every row of the table that drives it (spec section 5.8).</summary>
public sealed class SuspensionRuleTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    public void A_running_cluster_says_that_it_is_not_suspended(bool? suspend)
    {
        var snapshot = Snapshot(suspend, null, Clusters.Head("h"));

        Assert.True(Planner.Plan(snapshot).IsEmpty);
        Assert.Equal(("False", "False"), ConditionsAfter(snapshot));
    }

    [Fact]
    public void Suspending_begins_with_a_status_and_no_pod_goes_in_that_pass()
    {
        var snapshot = Snapshot(true, null, Clusters.Head("h"), Clusters.Worker("a", "w"));

        var plan = Planner.Plan(snapshot);

        Assert.Empty(plan.Actions);
        Assert.Equal(Snapshots.Now, Assert.Single(plan.Waits).Until);
        Assert.Equal(("True", "False"), ConditionsAfter(snapshot));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [InlineData(null)]
    public void A_suspension_that_began_is_finished_whatever_the_spec_says_now(bool? suspend)
    {
        var snapshot = Snapshot(
            suspend, RayConditionTypes.RayClusterSuspending, Clusters.Head("h"), Clusters.Worker("a", "w").Terminating());

        var plan = Planner.Plan(snapshot);

        Assert.Equal(["h"], plan.Deleted());
        Assert.Equal(DeletionCause.Suspended, plan.Deletions()[0].Cause);
        Assert.Empty(plan.Actions.OfType<CreatePod>());
        Assert.Equal(("True", null), ConditionsAfter(snapshot));
    }

    [Fact]
    public void It_is_over_when_no_pod_is_left()
    {
        var snapshot = Snapshot(true, RayConditionTypes.RayClusterSuspending);

        var status = StatusCalculator.Compute(snapshot, Planner.Plan(snapshot), ApplyOutcome.Nothing);

        Assert.Equal(("False", "True"), ConditionsAfter(snapshot));
        Assert.Equal(RayClusterState.Suspended, status.State);
        var provisioned = status.Conditions!.Single(c => c.Type == RayConditionTypes.RayClusterProvisioned);
        Assert.Equal(("False", "RayCluster has been suspended"), (provisioned.Status, provisioned.Message));
    }

    [Fact]
    public void A_pod_that_was_made_and_is_not_seen_yet_is_still_there()
    {
        var unseen = new Expectation("a", "w", "uid-w", ExpectedChange.Created, Snapshots.Now.AddSeconds(5));
        var snapshot = Snapshot(true, RayConditionTypes.RayClusterSuspending) with { Unseen = [unseen] };

        Assert.Equal(("True", null), ConditionsAfter(snapshot));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(null)]
    public void Rule_6_kept_an_absent_suspend_does_not_resume(bool? suspend)
    {
        var snapshot = Snapshot(suspend, RayConditionTypes.RayClusterSuspended);

        Assert.True(Planner.Plan(snapshot).IsEmpty);
        Assert.Equal((null, "True"), ConditionsAfter(snapshot));
    }

    [Fact]
    public void Rule_6_kept_only_an_explicit_false_resumes_and_pods_are_made_in_the_next_pass()
    {
        var snapshot = Snapshot(false, RayConditionTypes.RayClusterSuspended);

        Assert.Empty(Planner.Plan(snapshot).Actions);
        Assert.Equal(("False", "False"), ConditionsAfter(snapshot));
    }

    [Fact]
    public void A_suspended_cluster_keeps_its_services_in_shape()
    {
        var snapshot = Snapshot(true, RayConditionTypes.RayClusterSuspended);
        snapshot.HeadServices[0].Spec.Selector["ray.io/cluster"] = "other";

        Assert.Single(Planner.Plan(snapshot).Services());
    }

    [Fact]
    public void Without_conditions_pods_go_at_once()
    {
        var settings = new OperatorSettings { Version = "test", Gates = new() { RayClusterStatusConditions = false } };
        var snapshot = Snapshot(true, null, Clusters.Head("h")) with { Settings = settings };

        Assert.Equal(["h"], Planner.Plan(snapshot).Deleted());
        Assert.Empty(StatusCalculator.Compute(snapshot, Planner.Plan(snapshot), ApplyOutcome.Nothing).Conditions!);
    }

    private static ClusterSnapshot Snapshot(bool? suspend, string? condition, params V1Pod[] pods)
    {
        var cluster = Clusters.Cluster(Clusters.Group("a", 0));
        cluster.Spec!.Suspend = suspend;
        cluster.Status = condition is null ? null : new()
        {
            Conditions = [new V1Condition { Type = condition, Status = "True", Reason = condition, Message = "" }],
        };
        return Snapshots.Of(cluster, pods);
    }

    private static (string? Suspending, string? Suspended) ConditionsAfter(ClusterSnapshot snapshot)
    {
        var status = StatusCalculator.Compute(snapshot, Planner.Plan(snapshot), ApplyOutcome.Nothing);
        return (Find(RayConditionTypes.RayClusterSuspending), Find(RayConditionTypes.RayClusterSuspended));

        string? Find(string type) => status.Conditions!.SingleOrDefault(c => c.Type == type)?.Status;
    }
}
