using Ray.Operator.RayClusters.Planning;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Planning;

/// <summary>
/// Those of the thirty most easily missed rules of KubeRay that are about plans and have no other place. The number is that of the
/// specification; the name says whether we keep the rule or leave it on purpose.
/// </summary>
public sealed class EasilyMissedRuleTests
{
    [Fact]
    public void Rule_14_is_left_a_worker_that_ended_is_replaced_in_the_same_pass_and_later_groups_are_served()
    {
        var cluster = Clusters.Cluster(Clusters.Group("a", 1), Clusters.Group("b", 1));

        var plan = Planner.Plan(Snapshots.Of(cluster, Clusters.Head("h"), Clusters.Worker("a", "ended", phase: "Failed")));

        Assert.Equal(["ended"], plan.Deleted());
        Assert.Single(plan.Created("a"));
        Assert.Single(plan.Created("b"));
    }

    [Fact]
    public void Rule_25_is_left_the_pods_of_a_removed_or_renamed_group_go()
    {
        var cluster = Clusters.Cluster(Clusters.Group("renamed", 1));

        var plan = Planner.Plan(Snapshots.Of(cluster, Clusters.Head("h"), Clusters.Worker("former", "w")));

        Assert.Equal(DeletionCause.GroupRemoved, Assert.Single(plan.Deletions()).Cause);
        Assert.Equal(["w"], plan.Deleted());
        Assert.Single(plan.Created("renamed"));
    }

    [Fact]
    public void Each_of_the_thirty_rules_has_a_test_that_says_whether_it_is_kept()
    {
        var told = typeof(EasilyMissedRuleTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Select(method => method.Name.Split('_'))
            .Where(words => words is ["Rule", _, "kept" or "left", ..] or ["Rule", _, "is", "kept" or "left", ..])
            .Select(words => int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture))
            .Distinct()
            .Order();

        Assert.Equal(Enumerable.Range(1, 30), told);
    }
}
