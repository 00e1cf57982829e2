using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Planning;

/// <summary>
/// Stories of a cluster, told round by round and compared with reviewed files in Replays/. UPDATE_GOLDEN=1 writes them anew.
/// </summary>
public sealed partial class ReplayTests
{
    private readonly StringBuilder _story = new();

    [Fact]
    public async Task Start_up()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("small", 2), Clusters.Group("medium", 1)));
        await TellAsync(world, "a cluster with groups small (2) and medium (1) is created");
        AssertStory("start-up");
    }

    [Fact]
    public async Task Scale_up()
    {
        var world = await RunningAsync(Clusters.Group("small", 2));
        world.Edit(spec => spec.WorkerGroupSpecs = [Clusters.Group("small", 4)]);
        await TellAsync(world, "replicas of small are raised from 2 to 4");
        AssertStory("scale-up");
    }

    [Fact]
    public async Task Scale_down_by_name()
    {
        var world = await RunningAsync(Clusters.Group("small", 5));
        var victim = world.Api.Pods.Values.Where(PodFacts.IsWorker).ElementAt(2).Metadata.Name;
        var group = Clusters.Group("small", 4);
        group.ScaleStrategy = new() { WorkersToDelete = [victim] };
        world.Edit(spec => spec.WorkerGroupSpecs = [group]);
        await TellAsync(world, $"replicas of small are lowered from 5 to 4, and workersToDelete names {victim}");
        AssertStory("scale-down-by-name");
    }

    [Fact]
    public async Task Failed_head()
    {
        var world = await RunningAsync(Clusters.Group("small", 1));
        world.Api.Change(world.Api.Pods.Values.Single(PodFacts.IsHead).Metadata.Name, pod => pod.Status.Phase = "Failed");
        await TellAsync(world, "the head fails");
        AssertStory("failed-head");
    }

    [Fact]
    public async Task Deleted_worker()
    {
        var world = await RunningAsync(Clusters.Group("small", 2));
        world.Api.Delete(world.Api.Pods.Values.First(PodFacts.IsWorker).Metadata.Name);
        await TellAsync(world, "somebody deletes the first worker");
        AssertStory("deleted-worker");
    }

    [Fact]
    public async Task Removed_group()
    {
        var world = await RunningAsync(Clusters.Group("small", 1), Clusters.Group("medium", 2));
        world.Edit(spec => spec.WorkerGroupSpecs = [Clusters.Group("small", 1)]);
        await TellAsync(world, "group medium is removed from the spec");
        AssertStory("removed-group");
    }

    [Fact]
    public async Task Stale_cache()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("small", 2)));
        _story.AppendLine("# a cluster is created; the caches show nothing of what the first round does until round 4");
        for (var round = 1; round <= 6; round++)
        {
            if (round >= 4)
            {
                world.Refresh();
            }

            await RoundAsync(world, round);
        }

        AssertStory("stale-cache");
    }

    private static Task<World> RunningAsync(params WorkerGroupSpec[] groups) => RunningAsync(Clusters.Cluster(groups));

    private static async Task<World> RunningAsync(RayCluster cluster, OperatorSettings? settings = null)
    {
        var world = new World(cluster, settings);
        for (var i = 0; i < 8; i++)
        {
            world.Refresh();
            await world.ReconcileAsync();
            world.StepNodes();
            world.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Equal(RayClusterState.Ready, world.Cluster.Status!.State);
        return world;
    }

    private async Task TellAsync(World world, string opening, int rounds = 16)
    {
        _story.Append("# ").AppendLine(opening);
        var quietRounds = 0;
        for (var round = 1; quietRounds < 2 && round <= rounds; round++)
        {
            Assert.True(round < 16, "the cluster does not come to rest");
            world.Refresh();
            if (world.Api.Cluster is null)
            {
                _story.AppendLine("the cluster is gone");
                return;
            }

            quietRounds = await RoundAsync(world, round) ? quietRounds + 1 : 0;
        }
    }

    /// <summary>Tells one round; true when nothing happened and nothing is left to happen.</summary>
    private async Task<bool> RoundAsync(World world, int round)
    {
        var plan = Planner.Plan(world.Observe()!);
        var (requests, patches) = (world.Api.Requests.Count, world.Api.StatusPatches.Count);
        var result = await world.ReconcileAsync();
        _story.AppendLine(CultureInfo.InvariantCulture, $"round {round}");
        foreach (var line in plan.Actions.Select(Describe).Concat(plan.Waits.Select(w => $"wait for {w.Reason}")))
        {
            _story.Append("  plan    ").AppendLine(line);
        }

        foreach (var patch in world.Api.StatusPatches.Skip(patches))
        {
            _story.Append("  status  ").AppendLine(string.Join(", ", patch["status"]!.AsObject().Select(m => m.Key)));
        }

        var status = world.Api.Cluster?.Status;
        _story.Append(CultureInfo.InvariantCulture, $"  shows   state={status?.State} desired={status?.DesiredWorkerReplicas} ");
        _story.AppendLine(CultureInfo.InvariantCulture, $"available={status?.AvailableWorkerReplicas} ready={status?.ReadyWorkerReplicas}");
        _story.Append("  pods    ").AppendLine(string.Join(", ", world.Api.Pods.Values.Select(Describe)));
        _story.AppendLine(CultureInfo.InvariantCulture, $"  then    {result.Outcome} {result.Delay.TotalSeconds:0.#} s");
        world.StepNodes();
        world.Clock.Advance(TimeSpan.FromMilliseconds(600));
        return plan.IsEmpty && world.Api.Requests.Count == requests && result.Delay > TimeSpan.FromMinutes(1);
    }

    private static string Describe(PlannedAction action) => action switch
    {
        ApplyObject a => $"apply {KeptObjects.Word(a.Object)} {a.Object.Metadata.Name}: {a.Reason}",
        CreateObject o => $"create {KeptObjects.Word(o.Object)} {o.Object.Metadata.Name}: {o.Reason}",
        DeleteObject d => $"delete {KeptObjects.Word(d.Object)} {d.Object.Metadata.Name}: {d.Reason}",
        SetFinalizer f => $"{(f.IsWanted ? "add" : "remove")} finalizer: {f.Reason}",
        StampHead s => $"stamp {s.Pod.Metadata.Name}: {s.Reason}",
        CreatePod c => $"create {c.Pod.Metadata.GenerateName}*{ReplicaOf(c.Pod)}: {c.Reason}",
        DeletePod d => $"delete {d.Pod.Metadata.Name}: {d.Reason}",
        _ => action.ToString(),
    };

    private static string ReplicaOf(V1Pod pod) =>
        PodFacts.ReplicaNameOf(pod) is { } name ? $" of {name}, host {pod.Metadata.Labels[RayLabels.ReplicaHostIndex]}" : "";

    private static string Describe(V1Pod pod) => $"{pod.Metadata.Name} {(PodFacts.IsTerminating(pod) ? "Terminating" : pod.Status.Phase)}";

    private void AssertStory(string name, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "..", "Replays", name + ".txt");
        var story = _story.ToString().ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, story);
        }

        Assert.Equal(File.ReadAllText(path), story);
    }
}
