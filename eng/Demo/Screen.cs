using Spectre.Console;

namespace Ray.Demo;

/// <summary>Shows a cluster as it changes: a table that is redrawn on a terminal, a line for each change elsewhere.</summary>
/// <param name="console">Where it is shown.</param>
public sealed class Screen(IAnsiConsole console)
{
    private string _lastLine = "";

    /// <summary>Runs <paramref name="body"/>, which hands over each state as it sees it.</summary>
    public Task RunAsync(Func<Action<ClusterView>, Task> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return console.Profile.Capabilities is { Interactive: true, Ansi: true }
            ? console.Live(Text.Empty).StartAsync(context => body(view => context.UpdateTarget(TableOf(view))))
            : body(ShowLine);
    }

    private void ShowLine(ClusterView view)
    {
        var phases = view.Pods.CountBy(pod => pod.Phase).OrderBy(phase => phase.Key, StringComparer.Ordinal).Select(phase => $"{phase.Value} {phase.Key}");
        var pods = view.Pods.Count == 0 ? "none" : string.Join(", ", phases);
        var line = $"    state={(view.State.Length == 0 ? "-" : view.State)} workers={view.Available}/{view.Desired} pods: {pods}";
        if (line != _lastLine)
        {
            console.WriteLine(line);
            _lastLine = line;
        }
    }

    private static Table TableOf(ClusterView view)
    {
        var table = new Table { Title = new TableTitle($"state {view.State}, workers {view.Available} of {view.Desired}") };
        table.AddColumns("Pod", "Group", "Phase", "Node");
        foreach (var pod in view.Pods)
        {
            var colour = pod.Phase switch { "Running" => "green", "Terminating" => "grey", _ => "yellow" };
            table.AddRow(Markup.Escape(pod.Name), Markup.Escape(pod.Group), $"[{colour}]{pod.Phase}[/]", Markup.Escape(pod.Node));
        }

        return table;
    }
}
