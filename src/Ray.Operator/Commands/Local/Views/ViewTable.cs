using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ray.Operator.Commands.Local.Views;

/// <summary>Shows clusters on a terminal: one table each, with a row for each pod and for each group without any.</summary>
internal static class ViewTable
{
    /// <summary>The tables.</summary>
    public static IRenderable Of(IReadOnlyList<ClusterView> clusters) => new Rows(clusters.Select(Of));

    private static Table Of(ClusterView cluster)
    {
        var table = new Table { Title = new TableTitle(Markup.Escape($"{cluster.Key}: {StateOf(cluster)}")), Border = TableBorder.Rounded };
        table.AddColumns("Kind", "Group", "Ready", "Pod", "Phase", "Node");
        foreach (var group in cluster.Groups)
        {
            var colour = group.Ready == group.Wanted ? "green" : "yellow";
            string[] head = [Markup.Escape(group.Kind), Markup.Escape(group.Name), $"[{colour}]{group.Ready}/{group.Wanted}[/]"];
            if (group.Pods.Count == 0)
            {
                table.AddRow([.. head, "-", "", ""]);
            }

            foreach (var pod in group.Pods)
            {
                table.AddRow([.. head, Markup.Escape(pod.Name), $"[{ColourOf(pod)}]{Markup.Escape(pod.Phase)}[/]", Markup.Escape(pod.Node)]);
                head = ["", "", ""];
            }
        }

        return table;
    }

    private static string StateOf(ClusterView cluster) => cluster switch
    {
        { Exists: false } => "deleted",
        { State: "" } => "starting",
        var other => other.State,
    };

    private static string ColourOf(PodView pod) => pod.Phase switch
    {
        PodView.Running => "green",
        PodView.Terminating => "grey",
        "Failed" => "red",
        _ => "yellow",
    };
}
