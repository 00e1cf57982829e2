using System.Globalization;
using CsCheck;
using k8s.Models;
using Kube.Runtime.Controllers;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired.Metadata;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Planning;

/// <summary>
/// The operator's proof: from any state the cluster comes to what its spec says and stays there, on the way no pod goes that had to stay,
/// and never are there more than wanted, however late the caches are. PLANNER_SCENARIOS says how many states are tried; default 300.
/// </summary>
public sealed class ConvergenceTests
{
    // Suspending, clearing Redis and recreating take some rounds each, and may come one after another.
    private const int Rounds = 16;

    [Fact]
    public void From_any_state_the_cluster_comes_to_rest_and_no_pass_breaks_a_rule() =>
        RandomScenarios.All.Sample(s => RunAsync(s).GetAwaiter().GetResult(), iter: Iterations, threads: 2);

    private static int Iterations =>
        int.TryParse(Environment.GetEnvironmentVariable("PLANNER_SCENARIOS"), CultureInfo.InvariantCulture, out var count) ? count : 300;

    private static async Task RunAsync(Scenario scenario)
    {
        var world = scenario.World;
        foreach (var (isFresh, seconds) in scenario.Looks)
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
        await AssertNothingIsSentAsync(world);
        if (scenario.IsDeleted)
        {
            await AssertItGoesAsync(world, scenario.JobEnd);
        }
    }

    private static async Task SettleAsync(World world)
    {
        for (var round = 0; round < Rounds && world.Api.Cluster is not null; round++)
        {
            world.Refresh();
            await PassAsync(world);
            world.StepNodes();
            world.Clock.Advance(TimeSpan.FromSeconds(2));
        }
    }

    private static async Task AssertNothingIsSentAsync(World world)
    {
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

    private static async Task AssertItGoesAsync(World world, string? jobEnd)
    {
        var hadRedis = world.Cluster.Spec!.GcsFaultToleranceOptions is not null;
        world.DeleteCluster();
        await SettleAsync(world);
        if (hadRedis && jobEnd is null)
        {
            Assert.NotNull(world.Api.Cluster);
            world.Clock.Advance(TimeSpan.FromMinutes(5));
            await SettleAsync(world);
        }

        Assert.Null(world.Api.Cluster);
        Assert.Equal(hadRedis, world.Api.Around.All.OfType<V1Job>().Any());
    }

    private static async Task PassAsync(World world)
    {
        var before = world.Api.Pods.ToDictionary();
        var cluster = world.Cluster;
        var seen = world.SeenPods;
        var seenAlive = seen.Where(p => !PodFacts.IsDead(p)).Select(PodFacts.UidOf).ToHashSet();
        await world.ReconcileAsync();
        var after = world.Api.Pods;

        var isNew = after.Keys.Except(before.Keys).Select(name => after[name]).ToLookup(PodFacts.GroupOf);
        foreach (var created in isNew)
        {
            var wanted = Wanted(cluster, created.Key);
            var holding = after.Values.Count(p => PodFacts.GroupOf(p) == created.Key
                && (created.Key == RayLabels.HeadGroupName || !PodFacts.IsDead(p)));
            Assert.True(holding <= wanted, $"group {created.Key} wants {wanted} and has {holding} pods after {created.Count()} were made");
        }

        if (!MayLoseAll(cluster, before.Values.Concat(seen)))
        {
            AssertKept(before, after, cluster, seenAlive);
        }
    }

    // Suspending, deleting and recreating a cluster takes all its pods. A head of the former spec that the caches still show is reason enough.
    private static bool MayLoseAll(RayCluster cluster, IEnumerable<V1Pod> pods) =>
        cluster.Metadata.DeletionTimestamp is not null
        || cluster.Status?.Conditions?.Any(c => c is { Type: RayConditionTypes.RayClusterSuspending, Status: "True" }) == true
        || (cluster.Spec!.UpgradeStrategy is not null && pods.Any(p => PodFacts.IsHead(p)
            && PodFacts.Annotation(p, RayAnnotations.UpgradeStrategyRecreateHash) is { } hash && hash != SpecHash.Of(cluster)));

    // A pod that ended, but that the caches still show alive, counts as one that stays: no operator can know better, and the next pass
    // that sees it mends it.
    private static void AssertKept(
        Dictionary<string, V1Pod> before, IDictionary<string, V1Pod> after, RayCluster cluster, HashSet<string> seenAlive)
    {
        var groups = cluster.Spec!.WorkerGroupSpecs!;
        var names = groups.SelectMany(g => g.ScaleStrategy?.WorkersToDelete ?? []).ToHashSet();
        var lost = before.Values
            .Where(p => !PodFacts.IsTerminating(p) && !PodFacts.IsDead(p))
            .Where(p => !after.TryGetValue(PodFacts.NameOf(p), out var now) || PodFacts.IsTerminating(now))
            .Where(p => !(PodFacts.IsWorker(p) && names.Contains(PodFacts.NameOf(p))))
            .Where(p => !IsOfBrokenReplica(p, before.Values, groups, names))
            .GroupBy(PodFacts.GroupOf);
        foreach (var group in lost)
        {
            var wanted = Wanted(cluster, group.Key);
            var staying = after.Values.Count(p => PodFacts.GroupOf(p) == group.Key && !PodFacts.IsTerminating(p)
                && (!PodFacts.IsDead(p) || seenAlive.Contains(PodFacts.UidOf(p))));
            Assert.True(
                staying >= wanted && (wanted == 0 || cluster.Spec.EnableInTreeAutoscaling != true || group.Key == RayLabels.HeadGroupName
                    || groups.All(g => g.GroupName != group.Key)),
                $"group {group.Key} wants {wanted}, lost {string.Join(", ", group.Select(PodFacts.NameOf))} and has {staying}");
        }
    }

    // Of a replica that spans hosts all hosts go when one is missing, dead, going or named.
    private static bool IsOfBrokenReplica(
        V1Pod pod, IEnumerable<V1Pod> pods, IEnumerable<WorkerGroupSpec> groups, HashSet<string> named)
    {
        if (groups.FirstOrDefault(g => g.GroupName == PodFacts.GroupOf(pod)) is not { NumOfHosts: > 1 } group || PodFacts.IsHead(pod))
        {
            return false;
        }

        var replica = PodFacts.ReplicaNameOf(pod);
        var hosts = pods.Where(p => PodFacts.GroupOf(p) == group.GroupName && PodFacts.ReplicaNameOf(p) == replica).ToList();
        return replica is null || hosts.Count != group.NumOfHosts
            || hosts.Any(h => PodFacts.IsDead(h) || PodFacts.IsTerminating(h) || named.Contains(PodFacts.NameOf(h)));
    }

    private static int Wanted(RayCluster cluster, string group) => group == RayLabels.HeadGroupName ? 1
        : cluster.Spec!.WorkerGroupSpecs!.FirstOrDefault(g => g.GroupName == group) is { } spec ? GroupSize.Pods(spec) : 0;

    private static void AssertAtRest(World world)
    {
        world.Refresh();
        var snapshot = world.Observe()!;
        var plan = Planner.Plan(snapshot);
        Assert.True(plan.IsEmpty, string.Join("; ", plan.Actions.Select(a => a.Reason).Concat(plan.Waits.Select(w => w.Reason))));
        if (snapshot.HasCondition(RayConditionTypes.RayClusterSuspended))
        {
            Assert.NotEqual(false, world.Cluster.Spec!.Suspend);
            return;
        }

        Assert.NotEqual(true, world.Cluster.Spec!.Suspend);
        Assert.Single(snapshot.Heads);
        var isExact = true;
        foreach (var group in snapshot.Groups)
        {
            var count = snapshot.Workers.Count(w => PodFacts.GroupOf(w) == group.GroupName);
            Assert.True(count == GroupSize.Pods(group) || (count > GroupSize.Pods(group) && !snapshot.MayDeleteUnnamed));
            isExact &= count == GroupSize.Pods(group);
        }

        if (isExact)
        {
            Assert.Equal(1 + snapshot.Groups.Sum(GroupSize.Pods), snapshot.Pods.Length);
            Assert.Equal(RayClusterState.Ready, world.Cluster.Status!.State);
        }
    }
}
