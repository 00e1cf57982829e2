using k8s.Models;
using Ray.Api.V1;
using Ray.Operator.Commands.Local.Views;
using Ray.Operator.Tests.Simulation;
using Spectre.Console;

namespace Ray.Operator.Tests.Commands.Local;

/// <summary>What is shown of clusters: as a view, as lines of changes, and as a table.</summary>
public sealed class ViewTests
{
    private static readonly IReadOnlyList<ClusterView> s_nothing = [];

    [Fact]
    public void A_view_counts_the_pods_of_each_group_that_are_ready()
    {
        var view = ViewOf(Demo(), Head("Running"), Worker("small", "a"), Worker("small", "b", "Pending"), Clusters.Worker("small", "c", ready: false));

        Assert.Equal(["headgroup 1/1", "small 1/3", "none 0/0"], view.Groups.Select(group => group.Summary));
        Assert.Equal(["Running", "Pending", "NotReady"], view.Groups[1].Pods.Select(pod => pod.Phase));
        Assert.Equal(["head", "worker", "worker"], view.Groups.Select(group => group.Kind));
        Assert.Equal("node-1", view.Groups[0].Pods[0].Node);
    }

    [Fact]
    public void Pods_of_groups_and_clusters_that_are_gone_are_shown_while_they_last()
    {
        var views = ClusterView.Of([Demo()], [Worker("removed", "r"), InCluster("other", Worker("small", "o"))]);

        Assert.Equal(["team/demo", "team/other"], views.Select(view => view.Key.ToString()));
        Assert.Equal("removed 1/0", views[0].Groups[^1].Summary);
        Assert.False(views[1].Exists);
        Assert.Equal(["headgroup 0/0", "small 1/0"], views[1].Groups.Select(group => group.Summary));
    }

    [Fact]
    public void A_suspended_cluster_wants_no_pods()
    {
        var cluster = Demo();
        cluster.Spec!.Suspend = true;

        Assert.All(ViewOf(cluster).Groups, group => Assert.Equal(0, group.Wanted));
    }

    [Fact]
    public void Other_pods_of_a_cluster_are_no_nodes_of_it()
    {
        var job = Worker("small", "cleanup");
        job.Metadata.Labels["ray.io/node-type"] = "redis-cleanup";

        Assert.Empty(ViewOf(Demo(), job).Pods);
    }

    [Fact]
    public void Every_change_is_a_line()
    {
        var ready = Demo();
        ready.Status = new RayClusterStatus { State = RayClusterState.Ready };
        var pending = Head("Pending");
        pending.Spec.NodeName = null;
        IReadOnlyList<ClusterView>[] states =
        [
            s_nothing,
            ClusterView.Of([Demo()], []),
            ClusterView.Of([Demo()], [pending]),
            ClusterView.Of([ready], [Head("Running")]),
            ClusterView.Of([], [Head("Running")]),
            s_nothing,
        ];

        Assert.Equal(
            [
                "team/demo: created",
                "team/demo: headgroup 0/1, small 0/3, none 0/0 ready",
                "team/demo: pod demo-head (headgroup) Pending",
                "team/demo: pod demo-head (headgroup) Running on node-1",
                "team/demo: headgroup 1/1, small 0/3, none 0/0 ready",
                "team/demo: state ready",
                "team/demo: deleted",
                "team/demo: gone",
            ],
            states.Zip(states.Skip(1)).SelectMany(pair => ViewChanges.Between(pair.First, pair.Second)));
    }

    [Fact]
    public void Nothing_is_told_where_nothing_changed() =>
        Assert.Empty(ViewChanges.Between(ClusterView.Of([Demo()], [Head("Running")]), ClusterView.Of([Demo()], [Head("Running")])));

    [Fact]
    public void Clusters_groups_and_pods_are_rows()
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No });
        console.Profile.Width = 120;
        console.Write(ViewTable.Of(ClusterView.Of([Demo()], [Head("Running"), Worker("small", "[odd]"), Worker("small", "x", "Failed")])));

        Assert.Equal(
            [
                "team/demo  starting",
                "  head headgroup  1/1",
                "    demo-head  Running  node-1",
                "  worker small  1/3",
                "    [odd]  Running  node-1",
                "    x  Failed  node-1",
                "  worker none  0/0",
            ],
            text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Squeezed));
    }

    [Fact]
    public async Task Without_a_terminal_there_are_lines_with_the_time_and_no_escapes()
    {
        using var text = new StringWriter();
        var screen = new Screen(
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.Yes }), TimeProvider.System.GetTimestamp());
        await screen.RunAsync(show =>
        {
            show(ClusterView.Of([Demo()], []));
            show(ClusterView.Of([Demo()], []));
            return Task.FromResult(true);
        });

        var lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.Matches(@"^ +[0-9]+\.[0-9]{2} s  team/demo: ", line));
    }

    // Columns stand two spaces apart, however wide they are.
    private static string Squeezed(string line)
    {
        var indent = line.Length - line.TrimStart().Length;
        return line[..indent] + string.Join("  ", line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static RayCluster Demo() => Clusters.Cluster(Clusters.Group("small", 3), Clusters.Group("none", 0));

    private static ClusterView ViewOf(RayCluster cluster, params V1Pod[] pods) => Assert.Single(ClusterView.Of([cluster], pods));

    private static V1Pod Head(string phase) => OnNode(Clusters.Head("demo-head", phase, ready: phase == "Running"));

    private static V1Pod Worker(string group, string name, string phase = "Running") => OnNode(Clusters.Worker(group, name, phase, ready: phase == "Running"));

    private static V1Pod OnNode(V1Pod pod)
    {
        pod.Spec ??= new V1PodSpec();
        pod.Spec.NodeName = "node-1";
        return pod;
    }

    private static V1Pod InCluster(string name, V1Pod pod)
    {
        pod.Metadata.Labels["ray.io/cluster"] = name;
        return pod;
    }
}
