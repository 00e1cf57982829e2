using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ray.Operator.Commands.Local.Views;

/// <summary>Shows clusters on a terminal: below each its groups, and below each group its pods. Narrow, since names of pods are long.</summary>
internal static class ViewTable
{
    /// <summary>The rows of all clusters.</summary>
    public static IRenderable Of(IReadOnlyList<ClusterView> clusters)
    {
        var grid = new Grid();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
        }

        foreach (var cluster in clusters)
        {
            // Colour alone: that is what NO_COLOR turns off.
            AddRow(grid, Markup.Escape(cluster.Key.ToString()), StateOf(cluster), "");
            foreach (var group in cluster.Groups)
            {
                var colour = group.Ready == group.Wanted ? "green" : "yellow";
                AddRow(grid, $"  {group.Kind} {Markup.Escape(group.Name)}", $"[{colour}]{group.Ready}/{group.Wanted}[/]", "");
                foreach (var pod in group.Pods)
                {
                    AddRow(grid, $"    {Markup.Escape(pod.Name)}", $"[{ColourOf(pod)}]{Markup.Escape(pod.Phase)}[/]", Markup.Escape(pod.Node));
                }
            }
        }

        return grid;
    }

    private static void AddRow(Grid grid, params string[] cells) => grid.AddRow([.. cells.Select(cell => new Markup(cell))]);

    private static string StateOf(ClusterView cluster) => cluster switch
    {
        { Exists: false } => "[grey]deleted[/]",
        { State: "" } => "[yellow]starting[/]",
        { State: Api.V1.RayClusterState.Ready } => "[green]ready[/]",
        var other => $"[yellow]{Markup.Escape(other.State)}[/]",
    };

    private static string ColourOf(PodView pod) => pod.Phase switch
    {
        PodView.Running => "green",
        PodView.Terminating => "grey",
        "Failed" => "red",
        _ => "yellow",
    };
}
