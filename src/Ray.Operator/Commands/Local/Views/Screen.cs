using System.Diagnostics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ray.Operator.Commands.Local.Views;

/// <summary>
/// Shows clusters as they change: tables that are redrawn on a terminal, and elsewhere a line for each change, with the seconds since the
/// beginning.
/// </summary>
/// <param name="console">Where they are shown.</param>
/// <param name="started">The beginning, by <see cref="Stopwatch.GetTimestamp"/>.</param>
/// <param name="whenEmpty">What a terminal shows while there is no cluster.</param>
internal sealed class Screen(IAnsiConsole console, long started, string whenEmpty = "")
{
    private IReadOnlyList<ClusterView> _shown = [];

    /// <summary>Whether tables are redrawn.</summary>
    public bool IsLive => console.Profile is { Out.IsTerminal: true, Capabilities.Ansi: true };

    /// <summary>Runs <paramref name="body"/>, which hands over each state as it sees it.</summary>
    public async Task<T> RunAsync<T>(Func<Action<IReadOnlyList<ClusterView>>, Task<T>> body)
    {
        if (!IsLive)
        {
            return await body(ShowLines);
        }

        return await console.Live(Target([])).Overflow(VerticalOverflow.Ellipsis).StartAsync(
            context => body(views =>
            {
                // Much changes that does not show.
                if (ViewChanges.Between(_shown, views).Any())
                {
                    context.UpdateTarget(Target(views));
                    _shown = views;
                }
            }));
    }

    private IRenderable Target(IReadOnlyList<ClusterView> views) => views.Count == 0 ? new Text(whenEmpty) : ViewTable.Of(views);

    private void ShowLines(IReadOnlyList<ClusterView> views)
    {
        foreach (var line in ViewChanges.Between(_shown, views))
        {
            console.Profile.Out.Writer.WriteLine($"{Stopwatch.GetElapsedTime(started).TotalSeconds,7:F2} s  {line}");
        }

        _shown = views;
    }
}
