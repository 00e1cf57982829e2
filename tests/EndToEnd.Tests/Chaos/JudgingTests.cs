using k8s.Models;
using Ray.Api.V1;
using Ray.DevEnvironment.Chaos.Judging;
using Ray.DevEnvironment.Chaos.Model;

namespace Ray.EndToEnd.Chaos;

/// <summary>The judges of a run see what they are there for.</summary>
public sealed class JudgingTests
{
    [Fact]
    public void What_is_as_wanted_is_no_violation()
    {
        Assert.Empty(EndState.Differences([Scene.Wanted], Scene.Seen()));
        Assert.Empty(Always.Violations(Scene.Pods, World(Scene.Wanted)));
    }

    [Fact]
    public void A_second_head_is_seen_while_the_first_one_still_ends()
    {
        var going = Scene.Pod("ray-head-2", "head", "headgroup", null, null);
        going.Metadata.DeletionTimestamp = DateTime.UnixEpoch;
        Assert.Single(Always.Violations([.. Scene.Pods, going], World(Scene.Wanted)), violation => violation.What.StartsWith("2 heads", StringComparison.Ordinal));

        going.Status.Phase = "Failed";
        Assert.Empty(Always.Violations([.. Scene.Pods, going], World(Scene.Wanted)));
    }

    [Fact]
    public void More_workers_than_were_wanted_since_all_was_well_are_seen()
    {
        var world = World(Scene.Wanted);
        var third = Scene.Pod("ray-small-worker-3", "worker", "small", 2, null);
        Assert.Single(Always.Violations([.. Scene.Pods, third], world), violation => violation.What.Contains("at most 2", StringComparison.Ordinal));

        world.Want(Scene.Wanted.With([new("small", 3), new("pair", 1, Hosts: 2)]));
        world.Want(Scene.Wanted);
        Assert.Empty(Always.Violations([.. Scene.Pods, third], world));

        world.Settle();
        Assert.Single(Always.Violations([.. Scene.Pods, third], world));
    }

    [Fact]
    public void Twins_missing_and_foreign_pods_are_seen()
    {
        var twin = Scene.Pod("ray-small-worker-3", "worker", "small", 1, null);
        Has(Scene.Seen([.. Scene.Pods.Where(pod => pod.Name() != "ray-small-worker-1"), twin]), "twins in group small, replica 1/");
        Has(Scene.Seen(Scene.Pods.RemoveAt(0)), "0 pods of group headgroup");
        Has(Scene.Seen(Scene.Pods.RemoveAt(4)), "has the hosts [0/0]");
        Has(Scene.Seen([.. Scene.Pods, Scene.Pod("ray-large-worker-1", "worker", "large", 0, null)]), "which is not wanted");
        Has(Scene.Seen([.. Scene.Pods, Scene.Pod("old-small-worker-1", "worker", "small", 0, null, owner: "gone")]), "outlived its owner");
    }

    [Fact]
    public void Pods_of_a_former_template_are_seen_where_a_change_makes_all_anew()
    {
        var wanted = Scene.Wanted with { Revision = 1 };
        Assert.Empty(EndState.Differences([wanted], Scene.Seen()));
        Assert.Equal(Scene.Pods.Length, EndState.Differences([wanted with { IsRecreated = true }], Scene.Seen()).Count);
    }

    [Fact]
    public void Services_that_are_missing_or_mislead_or_were_left_are_seen()
    {
        Has(Scene.Seen(services: Scene.Services.RemoveAt(1)), "service ray-headless is missing");
        Has(Scene.Seen(services: [.. Scene.Services, Scene.Service("ray-serve-svc")]), "service ray-serve-svc is not wanted");
        Has(Scene.Seen(services: [.. Scene.Services, Scene.Service("old-head-svc", owner: "gone")]), "outlived its owner");
        var misled = Scene.Service("ray-head-svc");
        misled.Spec.Selector.Clear();
        Has(Scene.Seen(services: [Scene.Services[1], misled]), "leads to other pods");
    }

    [Fact]
    public void A_cluster_that_is_gone_left_or_in_another_state_is_seen()
    {
        Has(new([], [], [], []), "is missing");
        Assert.Contains(EndState.Differences([], Scene.Seen()), violation => violation.What.StartsWith("is still there", StringComparison.Ordinal));
        Has(Scene.Seen(cluster: Scene.Cluster with { Status = Scene.Cluster.Status! with { State = RayClusterState.Failed } }), "is failed, not ready");
        Has(Scene.Seen(cluster: Scene.Cluster with { Status = Scene.Cluster.Status! with { ObservedGeneration = 2 } }), "generation 2, not of 3");
        Assert.NotEmpty(EndState.Differences([Scene.Wanted with { IsSuspended = true }], Scene.Seen()));
    }

    [Fact]
    public void Memory_that_grows_is_told_from_memory_that_wavers()
    {
        Assert.True(Trend(minute => 150 + (minute % 2 * 20)).IsFlat);
        var growing = Trend(minute => 120 + (4 * minute));
        Assert.False(growing.IsFlat);
        Assert.Equal(4, growing.Slope, 0.01);

        // While it warms up, a trend means nothing; a size does.
        Assert.True(new MemoryTrend([.. growing.Samples.Select(sample => (sample.Age / 20, sample.Bytes))]).IsFlat);
        Assert.False(new MemoryTrend([(TimeSpan.FromMinutes(1), 300 * 1048576L)]).IsFlat);
    }

    [Theory]
    [InlineData("""{"Timestamp":"2026-01-01T00:00:00Z","LogLevel":"Information"}""", false)]
    [InlineData("""{"Timestamp":"2026-01-01T00:00:00Z","LogLevel":"Error"}""", true)]
    [InlineData("Unhandled exception. System.NullReferenceException", true)]
    public void Errors_in_a_log_are_seen_unless_an_outage_explains_them(string line, bool isViolation)
    {
        Assert.Equal(isViolation, OperatorLog.Violations([line], _ => false).Any());
        Assert.Equal(isViolation && line[0] != '{', OperatorLog.Violations([line], _ => true).Any());
    }

    private static void Has(Observation seen, string what) =>
        Assert.Contains(EndState.Differences([Scene.Wanted], seen), violation => violation.What.Contains(what, StringComparison.Ordinal));

    private static WantedWorld World(WantedCluster cluster)
    {
        var world = new WantedWorld();
        world.Want(cluster);
        return world;
    }

    private static MemoryTrend Trend(Func<int, int> memory) =>
        new([.. Enumerable.Range(1, 20).Select(minute => (TimeSpan.FromMinutes(minute), memory(minute) * 1048576L))]);
}
