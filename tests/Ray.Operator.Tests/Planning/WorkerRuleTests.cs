using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.RayClusters.Planning.Rules;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Planning;

public sealed class WorkerRuleTests
{
    [Theory]
    [InlineData(3, 0, 10, 1, 3)]
    [InlineData(0, 2, 10, 1, 2)]
    [InlineData(20, 0, 10, 1, 10)]
    [InlineData(2, 0, 10, 4, 8)]
    [InlineData(null, 2, 10, 1, 2)]
    [InlineData(null, null, null, 1, 0)]
    public void A_group_has_replicas_within_its_bounds_times_hosts(int? replicas, int? min, int? max, int hosts, int pods) =>
        Assert.Equal(
            pods,
            GroupSize.Pods(new WorkerGroupSpec { Replicas = replicas, MinReplicas = min, MaxReplicas = max, NumOfHosts = hosts }));

    [Fact]
    public void A_suspended_group_has_none() =>
        Assert.Equal(0, GroupSize.Pods(new WorkerGroupSpec { Replicas = 3, MinReplicas = 2, MaxReplicas = 5, Suspend = true }));

    [Fact]
    public void Counts_saturate() =>
        Assert.Equal(int.MaxValue,
            GroupSize.Pods(new WorkerGroupSpec { Replicas = int.MaxValue, MaxReplicas = int.MaxValue, NumOfHosts = 4 }));

    [Fact]
    public void Missing_workers_take_the_lowest_free_indexes()
    {
        var plan = Plan(Clusters.Group("a", 4), Worker("w1", index: 1), Worker("w3", index: 3));

        Assert.Equal(["0", "2"], plan.Created("a").Select(IndexOf));
    }

    [Fact]
    public void No_pass_makes_more_than_its_limit()
    {
        var plan = Plan(Clusters.Group("a", 1000, max: 1000));

        Assert.Equal(MissingWorkersRule.MaxPerPass, plan.Created("a").Length);
    }

    [Fact]
    public void A_finished_worker_is_replaced_in_the_same_pass()
    {
        var plan = Plan(Clusters.Group("a", 2), Worker("bad", "Failed", index: 0), Worker("good", index: 1));

        Assert.Equal(["bad"], plan.Deleted());
        Assert.Equal("0", IndexOf(Assert.Single(plan.Created("a"))));
    }

    [Fact]
    public void A_terminating_worker_keeps_its_place_until_it_is_gone() =>
        Assert.True(Plan(Clusters.Group("a", 2), Worker("going").Terminating(), Worker("good")).IsEmpty);

    [Fact]
    public void A_terminating_worker_is_not_surplus() =>
        Assert.True(Plan(Clusters.Group("a", 1), Worker("going").Terminating(), Worker("good")).IsEmpty);

    [Fact]
    public void Surplus_goes_where_the_loss_is_least()
    {
        var plan = Plan(
            Clusters.Group("a", 1),
            Worker("ready-old", age: 90),
            Worker("ready-young", age: 5),
            Worker("unready", ready: false, age: 99),
            Worker("pending", "Pending", age: 99));

        Assert.Equal(["pending", "unready", "ready-young"], plan.Deleted());
    }

    [Fact]
    public void Of_equal_workers_the_highest_index_goes_first()
    {
        var plan = Plan(Clusters.Group("a", 2), Worker("x", index: 0), Worker("y", index: 2), Worker("z", index: 1));

        Assert.Equal(["y"], plan.Deleted());
    }

    [Fact]
    public void A_named_worker_goes_and_no_other()
    {
        var group = Clusters.Group("a", 4);
        group.ScaleStrategy = new() { WorkersToDelete = ["w2", "gone-long-ago"] };

        var plan = Plan(group, [.. Enumerable.Range(0, 5).Select(i => Worker($"w{i}"))]);

        Assert.Equal(DeletionCause.Named, Assert.Single(plan.Deletions()).Cause);
        Assert.Equal(["w2"], plan.Deleted());
        Assert.Empty(plan.Created("a"));
        Assert.Empty(plan.Notices);
    }

    [Fact]
    public void Names_of_other_pods_are_ignored_with_a_warning()
    {
        var group = Clusters.Group("a", 1);
        group.ScaleStrategy = new() { WorkersToDelete = ["h", "of-b", "of-another-cluster"] };
        var snapshot = Snapshots.Of(
            Clusters.Cluster(group, Clusters.Group("b", 1)), Clusters.Head("h"), Worker("of-a"), Clusters.Worker("b", "of-b"));

        var plan = Planner.Plan(snapshot with { ForeignPodNames = ["of-another-cluster"] });

        Assert.Empty(plan.Actions);
        Assert.Contains("h, of-another-cluster, of-b", Assert.Single(plan.Notices).Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Workers_of_a_removed_group_go()
    {
        var plan = Plan(Clusters.Group("a", 1), Worker("x"), Clusters.Worker("old", "y"), Clusters.Worker("old", "z").Terminating());

        Assert.Equal(DeletionCause.GroupRemoved, Assert.Single(plan.Deletions()).Cause);
        Assert.Equal(["y"], plan.Deleted());
    }

    [Theory]
    [InlineData((int)ExpectedChange.Created)]
    [InlineData((int)ExpectedChange.Deleted)]
    [InlineData((int)ExpectedChange.Doubtful)]
    public void A_group_whose_changes_are_not_seen_yet_waits_and_others_do_not(int change)
    {
        var group = Clusters.Group("a", 3);
        group.ScaleStrategy = new() { WorkersToDelete = ["w"] };
        var snapshot = Snapshots.Of(
            Clusters.Cluster(group, Clusters.Group("b", 1)), Clusters.Head("h"), Worker("w"), Worker("failed", "Failed"));

        var plan = Planner.Plan(snapshot with { Unseen = [new("a", "x", "uid-x", (ExpectedChange)change, Snapshots.Now.AddSeconds(5))] });

        Assert.Empty(plan.Created("a"));
        Assert.Empty(plan.Deleted());
        Assert.Single(plan.Created("b"));
    }

    private static k8s.Models.V1Pod Worker(string name, string phase = "Running", bool ready = true, int age = 10, int? index = null) =>
        Clusters.Worker("a", name, phase, ready, age, index);

    private static Plan Plan(WorkerGroupSpec group, params k8s.Models.V1Pod[] workers) =>
        Planner.Plan(Snapshots.Of(Clusters.Cluster(group), [Clusters.Head("h"), .. workers]));

    private static string IndexOf(CreatePod create) => create.Pod.Metadata.Labels[RayLabels.WorkerGroupReplicaIndex];
}
