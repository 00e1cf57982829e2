using Ray.Api;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Planning;

public sealed class HeadRuleTests
{
    private const string Head = RayLabels.HeadGroupName;

    [Fact]
    public void A_cluster_without_a_head_gets_one()
    {
        var plan = Planner.Plan(Snapshots.Of(Clusters.Cluster()));

        Assert.Single(plan.Created(Head));
        Assert.Empty(plan.Deletions());
    }

    [Fact]
    public void A_cluster_with_a_head_is_left_alone() =>
        Assert.True(Planner.Plan(Snapshots.Of(Clusters.Cluster(), Clusters.Head("h"))).IsEmpty);

    [Theory]
    [InlineData("Failed")]
    [InlineData("Succeeded")]
    public void A_finished_head_is_replaced_in_the_same_pass(string phase)
    {
        var plan = Planner.Plan(Snapshots.Of(Clusters.Cluster(), Clusters.Head("h", phase)));

        Assert.Equal(DeletionCause.Dead, Assert.Single(plan.Deletions()).Cause);
        Assert.Single(plan.Created(Head));
    }

    [Fact]
    public void A_finished_head_held_by_a_finalizer_keeps_its_place_until_it_is_gone()
    {
        var head = Clusters.Head("h", "Failed");
        head.Metadata.Finalizers = ["example.com/hold"];

        var plan = Planner.Plan(Snapshots.Of(Clusters.Cluster(), head));

        Assert.Equal(["h"], plan.Deleted());
        Assert.Empty(plan.Created(Head));
    }

    [Theory]
    [InlineData("Never", true)]
    [InlineData("Always", false)]
    [InlineData("OnFailure", false)]
    public void A_running_head_whose_Ray_container_ended_goes_only_when_nobody_restarts_it(string restartPolicy, bool goes)
    {
        var plan = Planner.Plan(Snapshots.Of(Clusters.Cluster(), Clusters.Head("h").RayEnded(restartPolicy)));

        Assert.Equal(goes ? ["h"] : [], plan.Deleted());
        Assert.Empty(plan.Created(Head));
    }

    [Theory]
    [InlineData("Pending")]
    [InlineData("Unknown")]
    public void A_head_that_may_yet_serve_is_left_to_the_kubelet(string phase) =>
        Assert.True(Planner.Plan(Snapshots.Of(Clusters.Cluster(), Clusters.Head("h", phase, ready: false))).IsEmpty);

    [Fact]
    public void A_terminating_head_keeps_its_place_until_it_is_gone() =>
        Assert.True(Planner.Plan(Snapshots.Of(Clusters.Cluster(), Clusters.Head("h").Terminating())).IsEmpty);

    [Fact]
    public void Of_several_heads_the_ready_one_stays_then_the_oldest()
    {
        var plan = Planner.Plan(Snapshots.Of(
            Clusters.Cluster(),
            Clusters.Head("oldest-unready", ready: false, age: 90),
            Clusters.Head("old", age: 60),
            Clusters.Head("older", age: 70),
            Clusters.Head("pending", "Pending", age: 99)));

        Assert.Equal(["old", "oldest-unready", "pending"], plan.Deleted().Order());
        Assert.All(plan.Deletions(), d => Assert.Equal(DeletionCause.DuplicateHead, d.Cause));
        Assert.Empty(plan.Created(Head));
    }

    [Fact]
    public void A_head_made_but_not_seen_yet_is_not_made_again()
    {
        var unseen = new Expectation(Head, "h", "uid-h", ExpectedChange.Created, Snapshots.Now.AddSeconds(30));

        var plan = Planner.Plan(Snapshots.Of(Clusters.Cluster(Clusters.Group("a", 1))) with { Unseen = [unseen] });

        Assert.Empty(plan.Created(Head));
        Assert.Single(plan.Created("a"));
        Assert.Equal(unseen.Until, Assert.Single(plan.Waits).Until);
    }

    [Theory]
    [InlineData("true", "True", false)]
    [InlineData("true", "False", true)]
    [InlineData("True", "True", true)]
    public void A_provisioned_head_stays_down_when_the_user_wants_it(string annotation, string provisioned, bool isCreated)
    {
        var cluster = Clusters.Cluster(Clusters.Group("a", 1));
        cluster.Metadata.Annotations = new Dictionary<string, string> { [RayAnnotations.DisableProvisionedHeadRestart] = annotation };
        cluster.Status = new() { Conditions = [new() { Type = RayConditionTypes.RayClusterProvisioned, Status = provisioned }] };

        var plan = Planner.Plan(Snapshots.Of(cluster, Clusters.Head("h", "Failed")));

        Assert.Equal(["h"], plan.Deleted());
        Assert.Equal(isCreated ? 1 : 0, plan.Created(Head).Length);
        Assert.Equal(isCreated ? 1 : 0, plan.Created("a").Length);
    }
}
