using k8s.Models;
using Ray.Api;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Planning;

/// <summary>Groups whose replicas span hosts (spec section 5.6).</summary>
public sealed class MultiHostRuleTests
{
    [Fact]
    public void A_replica_is_made_whole_under_one_name_and_the_lowest_free_index()
    {
        var plan = Plan(2, [.. Replica("r1", 1)]);

        var labels = plan.Created("a").Select(c => c.Pod.Metadata.Labels).ToList();
        Assert.Equal(["0", "1"], labels.Select(l => l[RayLabels.ReplicaHostIndex]));
        Assert.All(labels, l => Assert.Equal("0", l[RayLabels.WorkerGroupReplicaIndex]));
        Assert.Matches("^a-[a-z0-9]{5}$", Assert.Single(labels.Select(l => l[RayLabels.WorkerGroupReplicaName]).Distinct()));
    }

    [Fact]
    public void New_replicas_have_names_of_their_own() =>
        Assert.Equal(3, Plan(3).Created("a").Select(c => c.Pod.Metadata.Labels[RayLabels.WorkerGroupReplicaName]).Distinct().Count());

    [Fact]
    public void When_one_host_ends_the_others_go_and_a_new_replica_waits_until_they_are_gone()
    {
        var pods = Replica("r0", 0);
        pods[0].Status.Phase = "Failed";

        var plan = Plan(1, pods);

        Assert.Equal(["r0-0", "r0-1"], plan.Deleted());
        Assert.Empty(plan.Created("a"));
    }

    [Fact]
    public void A_replica_that_lacks_a_host_goes() => Assert.Equal(["r0-0"], Plan(1, Replica("r0", 0)[0]).Deleted());

    [Fact]
    public void A_named_host_takes_its_replica_along()
    {
        var group = Clusters.Group("a", 1, hosts: 2);
        group.ScaleStrategy = new() { WorkersToDelete = ["r1-1"] };

        var plan = Planner.Plan(
            Snapshots.Of(Clusters.Cluster(group), [Clusters.Head("h"), .. Replica("r0", 0), .. Replica("r1", 1)]));

        Assert.Equal(["r1-0", "r1-1"], plan.Deleted());
        Assert.All(plan.Deletions(), d => Assert.Equal(DeletionCause.Named, d.Cause));
    }

    [Fact]
    public void Surplus_goes_in_whole_replicas_least_loss_first()
    {
        var unready = Replica("r0", 0);
        unready[1].Status.Conditions[0].Status = "False";

        Assert.Equal(["r0-0", "r0-1"], Plan(1, [.. unready, .. Replica("r1", 1)]).Deleted());
    }

    [Fact]
    public void Pods_that_belong_to_no_replica_go() => Assert.Equal(["x"], Plan(0, Clusters.Worker("a", "x")).Deleted());

    [Fact]
    public void Without_the_gate_hosts_are_so_many_independent_pods_without_numbers()
    {
        var settings = new OperatorSettings { Version = "test", Gates = new() { RayMultiHostIndexing = false } };
        var snapshot = Snapshots.Of(
            Clusters.Cluster(Clusters.Group("a", 2, hosts: 2)), Clusters.Head("h"), Clusters.Worker("a", "x"));

        var created = Planner.Plan(snapshot with { Settings = settings }).Created("a");

        Assert.Equal(3, created.Length);
        Assert.All(created, c => Assert.DoesNotContain(RayLabels.WorkerGroupReplicaIndex, c.Pod.Metadata.Labels.Keys));
    }

    private static V1Pod[] Replica(string name, int index) =>
        [.. Enumerable.Range(0, 2).Select(host => Clusters.Worker("a", $"{name}-{host}", index: index).OfReplica(name))];

    private static Plan Plan(int replicas, params V1Pod[] workers) => Planner.Plan(
        Snapshots.Of(Clusters.Cluster(Clusters.Group("a", replicas, hosts: 2)), [Clusters.Head("h"), .. workers]));
}
