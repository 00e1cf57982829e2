using System.Collections.Immutable;

namespace Ray.DevEnvironment.Chaos.Actions;

/// <summary>What happens to the API server and its store.</summary>
/// <param name="stage">Acted upon.</param>
public sealed class ServerActions(Stage stage)
{
    /// <summary>All of them.</summary>
    public ImmutableArray<ChaosAction> All =>
    [
        new("kill API server", 2, ct => RestartAsync("kill API server", stage.Environment.ControlPlane.KillApiServerAsync, ct)),
        new("stop API server", 1, ct => RestartAsync("stop API server", stage.Environment.ControlPlane.StopApiServerAsync, ct)),
        new("compact store", 2, CompactAsync),
    ];

    private async Task<bool> RestartAsync(string action, Func<Task> stop, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromSeconds(stage.Random.NextDouble() * (stage.Random.Next(5) == 0 ? 15 : 3));
        stage.Journal.Add(action, null, $"for {pause.TotalSeconds:F1} s");
        var end = stage.Outages.Begin();
        try
        {
            await stop();
            await Task.Delay(pause, TimeProvider.System, cancellationToken);
            await stage.Environment.ControlPlane.StartApiServerAsync(cancellationToken);
        }
        finally
        {
            end();
        }

        return true;
    }

    private async Task<bool> CompactAsync(CancellationToken cancellationToken)
    {
        stage.Journal.Add("compact store");
        await stage.Environment.ControlPlane.CompactAsync(cancellationToken);
        return true;
    }
}
