using CsCheck;
using k8s.Models;
using Kube.Runtime.Controllers;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Planning;

/// <summary>
/// The operator's proof: from any state the cluster comes to what its spec says and stays there, on the way no pod goes that had to stay,
/// and
/// never are there more than wanted, however late the caches are.
/// </summary>
public sealed class ConvergenceTests
{
    private const int Rounds = 12;

    private static readonly Gen<WorkerGroupSpec> s_group =
        from name in OneOf("a", "b", "c")
        from replicas in Gen.Int[0, 5]
        from min in Gen.Int[0, 3]
        from more in Gen.Int[0, 3]
        from hosts in Gen.Int[1, 2]
        from suspended in Gen.Int[0, 9]
        select Suspend(Clusters.Group(name, replicas, min, min + more, hosts), suspended == 0);

    private static readonly Gen<V1Pod> s_pod =
        from role in Gen.Int[0, 4]
        from groupName in OneOf("a", "b", "c", "removed")
        from phase in OneOf("Pending", "Running", "Running", "Failed", "Succeeded")
        from ready in Gen.Bool
        from age in Gen.Int[0, 100]
        from index in Gen.Int[-1, 3]
        from terminating in Gen.Int[0, 5]
        from ended in Gen.Int[0, 9]
        select Make(role == 0, groupName, phase, ready, age, index < 0 ? null : index, terminating == 0, ended == 0);

    // Caches may lag for longer than expectations last.
    private static readonly Gen<(bool IsFresh, int Seconds)> s_look =
        from fresh in Gen.Bool
        from slow in Gen.Int[0, 3]
        select (fresh, slow == 0 ? 40 : 1);

    private static readonly Gen<(List<WorkerGroupSpec> Groups, List<V1Pod> Pods, List<int> Named,
        List<(bool IsFresh, int Seconds)> Looks)> s_scenario = Gen.Select(
        s_group.List[0, 3], s_pod.List[0, 9], Gen.Int[0, 8].List[0, 2], s_look.List[Rounds, Rounds]);

    [Fact]
    public void From_any_state_the_cluster_comes_to_rest_and_no_pass_breaks_a_rule() =>
        s_scenario.Sample(s => RunAsync(s.Groups, s.Pods, s.Named, s.Looks).GetAwaiter().GetResult(), iter: 300, threads: 2);

    private static async Task RunAsync(List<WorkerGroupSpec> groups, List<V1Pod> pods, List<int> named, List<(bool IsFresh, int Seconds)> looks)
    {
        var world = Build(groups, pods, named);
        foreach (var (isFresh, seconds) in looks)
        {
            if (isFresh)
            {
                world.Refresh();
            }

            await PassAsync(world);
            world.StepNodes();
            world.Clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        await SettleAsync(world);
        AssertAtRest(world);
        var requests = world.Api.Requests.Count;
        for (var i = 0; i < 3; i++)
        {
            world.Refresh();
            var result = await world.ReconcileAsync();
            Assert.Equal(ReconcileResult.After(TimeSpan.FromMinutes(5)), result);
            world.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(requests, world.Api.Requests.Count);
    }

    private static async Task SettleAsync(World world)
    {
        for (var round = 0; round < Rounds; round++)
        {
            world.Refresh();
            await PassAsync(world);
            world.StepNodes();
            world.Clock.Advance(TimeSpan.FromSeconds(2));
        }
    }

    private static async Task PassAsync(World world)
    {
        var before = world.Api.Pods.ToDictionary();
        var groups = world.Cluster.Spec!.WorkerGroupSpecs!;
        await world.ReconcileAsync();
        var after = world.Api.Pods;

        var isNew = after.Keys.Except(before.Keys).Select(name => after[name]).ToLookup(PodFacts.GroupOf);
        foreach (var created in isNew)
        {
            var wanted = created.Key == RayLabels.HeadGroupName ? 1 : GroupSize.Pods(groups.Single(g => g.GroupName == created.Key));
            var holding = after.Values.Count(p => PodFacts.GroupOf(p) == created.Key
                && (created.Key == RayLabels.HeadGroupName || !PodFacts.IsDead(p)));
            Assert.True(holding <= wanted, $"group {created.Key} wants {wanted} and has {holding} pods after {created.Count()} were made");
        }

        AssertKept(before, after, groups);
    }

    private static void AssertKept(Dictionary<string, V1Pod> before, IDictionary<string, V1Pod> after, IList<WorkerGroupSpec> groups)
    {
        var names = groups.SelectMany(g => g.ScaleStrategy?.WorkersToDelete ?? []).ToHashSet();
        var lost = before.Values
            .Where(p => !PodFacts.IsTerminating(p) && !PodFacts.IsDead(p))
            .Where(p => !after.TryGetValue(PodFacts.NameOf(p), out var now) || PodFacts.IsTerminating(now))
            .Where(p => !(PodFacts.IsWorker(p) && names.Contains(PodFacts.NameOf(p))))
            .GroupBy(PodFacts.GroupOf);
        foreach (var group in lost)
        {
            var wanted = group.Key == RayLabels.HeadGroupName ? 1
                : groups.FirstOrDefault(g => g.GroupName == group.Key) is { } spec ? GroupSize.Pods(spec) : 0;
            var staying = after.Values.Count(p => PodFacts.GroupOf(p) == group.Key && !PodFacts.IsTerminating(p) && !PodFacts.IsDead(p));
            Assert.True(staying >= wanted,
                $"group {group.Key} wants {wanted}, lost {string.Join(", ", group.Select(PodFacts.NameOf))} and has {staying}");
        }
    }

    private static void AssertAtRest(World world)
    {
        world.Refresh();
        var snapshot = world.Observe()!;
        var plan = Planner.Plan(snapshot);
        Assert.True(plan.IsEmpty, string.Join("; ", plan.Actions.Select(a => a.Reason)));
        Assert.Single(snapshot.Heads);
        foreach (var group in snapshot.Groups)
        {
            var workers = snapshot.Workers.Where(w => PodFacts.GroupOf(w) == group.GroupName).ToList();
            Assert.Equal(GroupSize.Pods(group), workers.Count);
        }

        Assert.Equal(1 + snapshot.Groups.Sum(GroupSize.Pods), snapshot.Pods.Length);
        Assert.Equal(RayClusterState.Ready, world.Cluster.Status!.State);
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static World Build(List<WorkerGroupSpec> groups, List<V1Pod> pods, List<int> named)
    {
        for (var i = 0; i < pods.Count; i++)
        {
            pods[i].Metadata.Name = $"p{i}";
            pods[i].Metadata.Uid = $"uid-p{i}";
        }

        var distinct = groups.DistinctBy(g => g.GroupName).ToArray();
        foreach (var group in distinct)
        {
            group.ScaleStrategy = new() { WorkersToDelete = [.. named.Select(i => $"p{i}")] };
        }

        return new World(Clusters.Cluster(distinct), [.. pods]);
    }

    private static WorkerGroupSpec Suspend(WorkerGroupSpec group, bool isSuspended)
    {
        group.Suspend = isSuspended;
        return group;
    }

    private static V1Pod Make(bool isHead, string group, string phase, bool ready, int age, int? index, bool isTerminating, bool hasEnded)
    {
        var pod = isHead ? Clusters.Head("p", phase, ready, age) : Clusters.Worker(group, "p", phase, ready, age, index);
        if (hasEnded)
        {
            pod.RayEnded("Never");
        }

        return isTerminating ? pod.Terminating() : pod;
    }
}
