using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired.Metadata;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Planning;

public sealed class RecreateRuleTests
{
    [Fact]
    public void A_changed_spec_makes_workers_go_first_and_nothing_is_made_meanwhile()
    {
        var plan = Plan("former", "test", Clusters.Worker("a", "w"));

        Assert.Equal(["w"], plan.Deleted());
        Assert.Equal(DeletionCause.Recreated, plan.Deletions()[0].Cause);
        Assert.Empty(plan.Actions.OfType<CreatePod>());
    }

    [Fact]
    public void The_head_goes_when_the_workers_are_on_their_way() =>
        Assert.Equal(["h"], Plan("former", "test", Clusters.Worker("a", "w").Terminating()).Deleted());

    [Fact]
    public void An_equal_spec_changes_nothing() => Assert.True(Plan(null, "test", Clusters.Worker("a", "w")).IsEmpty);

    [Fact]
    public void Rule_4_kept_without_the_strategy_a_changed_template_touches_no_running_pod() =>
        Assert.True(Plan("former", "test", UpgradeStrategyType.None, Clusters.Worker("a", "w")).IsEmpty);

    [Fact]
    public void Rule_30_kept_a_head_of_another_operator_is_stamped_and_not_recreated()
    {
        var stamp = Assert.IsType<StampHead>(Assert.Single(Plan("former", "v1.4.2", Clusters.Worker("a", "w")).Actions));

        Assert.Equal("test", stamp.Annotations[RayAnnotations.OperatorVersion]);
        Assert.NotEqual("former", stamp.Annotations[RayAnnotations.UpgradeStrategyRecreateHash]);
    }

    [Fact]
    public void Scaling_is_no_change_of_the_spec()
    {
        var before = SpecHash.Of(Clusters.Cluster(Clusters.Group("a", 1)));

        Assert.Equal(before, SpecHash.Of(Clusters.Cluster(Clusters.Group("a", 5, 1, 9))));
        Assert.NotEqual(before, SpecHash.Of(Clusters.Cluster(Clusters.Group("b", 1))));
    }

    private static Plan Plan(string? hash, string version, params V1Pod[] workers) =>
        Plan(hash, version, UpgradeStrategyType.Recreate, workers);

    private static Plan Plan(string? hash, string version, string strategy, params V1Pod[] workers)
    {
        var cluster = Clusters.Cluster(Clusters.Group("a", 1));
        cluster.Spec!.UpgradeStrategy = new() { Type = strategy };
        var head = Clusters.Head("h");
        head.Metadata.Annotations = new Dictionary<string, string>
        {
            [RayAnnotations.OperatorVersion] = version,
            [RayAnnotations.UpgradeStrategyRecreateHash] = hash ?? SpecHash.Of(cluster),
        };
        return Planner.Plan(Snapshots.Of(cluster, [head, .. workers]));
    }
}
