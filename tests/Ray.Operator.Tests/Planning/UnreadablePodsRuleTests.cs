using Kube;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Planning;

/// <summary>A pod that exists and cannot be read is neither made a second time nor overlooked.</summary>
public sealed class UnreadablePodsRuleTests
{
    private static readonly WorkerGroupSpec s_group = Clusters.Group("a", 3);

    [Fact]
    public void Nothing_is_created_or_deleted_while_a_pod_cannot_be_read()
    {
        var seen = Snapshots.Of(Clusters.Cluster(s_group), Clusters.Worker("gone", "w"), Clusters.Worker("a", "x", "Failed"));

        var plan = Planner.Plan(seen with { HeadServices = [], UnreadablePods = [Unreadable("demo-head")] });

        Assert.Empty(plan.Actions);
        Assert.Contains("demo-head", Assert.Single(plan.Waits).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void One_warning_names_the_pod_the_problem_and_the_remedy()
    {
        var snapshot = Snapshots.Of(Clusters.Cluster(s_group)) with { UnreadablePods = [Unreadable("demo-a"), Unreadable("demo-b")] };

        var notice = Assert.Single(Planner.Plan(snapshot).Notices);

        Assert.Equal(Notices.UnreadablePod, notice.Reason);
        Assert.Equal(
            "The pod demo-a (and 1 more) cannot be read, so no pod of this cluster is created or deleted; "
            + "upgrade the operator or delete the pod. The problem: bad path",
            notice.Note);
    }

    [Fact]
    public void An_invalid_spec_is_told_first()
    {
        var cluster = Clusters.Cluster(s_group);
        cluster.Spec!.HeadGroupSpec = null;

        var plan = Planner.Plan(Snapshots.Of(cluster) with { UnreadablePods = [Unreadable("demo-head")] });

        Assert.NotEmpty(plan.Problems);
        Assert.Empty(plan.Notices);
    }

    [Fact]
    public async Task A_head_that_ceases_to_be_readable_gets_no_twin_and_is_served_again_when_it_is_mended()
    {
        var world = new World(Clusters.Cluster(), Clusters.Head("h"));
        await world.ReconcileAsync();
        var head = world.Api.Pods["h"];
        world.Api.Pods.Remove("h");
        world.UnreadablePods.Add(Unreadable("h"));
        world.Refresh();

        await world.ReconcileAsync();
        await world.ReconcileAsync();
        Assert.Empty(world.Api.Pods);

        world.Api.Pods.Add("h", head);
        world.UnreadablePods.Clear();
        world.Refresh();
        await world.ReconcileAsync();
        Assert.Equal(["h"], world.Api.Pods.Keys);
    }

    [Fact]
    public async Task A_pod_that_is_gone_after_all_is_replaced()
    {
        var world = new World(Clusters.Cluster());
        world.UnreadablePods.Add(Unreadable("h"));
        await world.ReconcileAsync();
        Assert.Empty(world.Api.Pods);

        world.UnreadablePods.Clear();
        await world.ReconcileAsync();
        Assert.Single(world.Api.Pods);
    }

    [Theory]
    [InlineData("another-uid")]
    [InlineData("")]
    public async Task Unreadable_pods_of_others_hold_nothing_up(string controller)
    {
        var world = new World(Clusters.Cluster());
        world.UnreadablePods.Add(Unreadable("h", controller));

        await world.ReconcileAsync();

        Assert.Empty(world.Observe()!.UnreadablePods);
        Assert.Single(world.Api.Pods);
    }

    [Fact]
    public void A_pod_that_is_mended_between_two_looks_is_found_once()
    {
        var world = new World(Clusters.Cluster(), Clusters.Head("h"));
        world.UnreadablePods.Add(Unreadable("h"));
        world.UnreadablePods.Add(Unreadable("z"));
        world.UnreadablePods.Add(Unreadable("b"));

        var snapshot = world.Observe()!;

        Assert.Equal(["h"], snapshot.Pods.Select(PodFacts.NameOf));
        Assert.Equal(["b", "z"], snapshot.UnreadablePods.Select(p => p.Key.Name));
    }

    private static UndecodableObject Unreadable(string name, string controller = Clusters.Uid) =>
        new(new("team", name), $"uid-{name}", "1", "bad path")
        {
            Controller = controller.Length == 0 ? null : new OwnerIdentity("ray.io/v1", "RayCluster", "demo", controller),
        };
}
