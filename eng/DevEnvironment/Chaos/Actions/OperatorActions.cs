using System.Collections.Immutable;

namespace Ray.DevEnvironment.Chaos.Actions;

/// <summary>What happens to operators.</summary>
/// <param name="stage">Acted upon.</param>
/// <param name="crew">The operators.</param>
public sealed class OperatorActions(Stage stage, Crew crew)
{
    private Task _halted = Task.CompletedTask;

    /// <summary>All of them.</summary>
    public ImmutableArray<ChaosAction> All =>
    [
        new("kill operator", 4, KillAsync),
        new("stop operator", 2, StopAsync),
        new("exchange one for two, or two for one", 2, ExchangeAsync),
        new("operator starts before the API server", 1, StartFirstAsync),
        .. Harmless,
    ];

    /// <summary>Those that every operator must live through.</summary>
    public ImmutableArray<ChaosAction> Harmless => [new("halt operator", 2, HaltAsync)];

    private async Task<bool> KillAsync(CancellationToken cancellationToken)
    {
        await AwakeAsync();
        var (member, pause) = (stage.Pick(crew.Members)!, Pause(3));
        var isElected = member.IsElected;
        stage.Journal.Add("kill operator", null, $"{member.Name}, the next one in {pause.TotalSeconds:F1} s");
        await crew.KillAsync(member);
        await Task.Delay(pause, TimeProvider.System, cancellationToken);
        await crew.StartAsync(isElected, cancellationToken);
        return true;
    }

    private async Task<bool> StopAsync(CancellationToken cancellationToken)
    {
        await AwakeAsync();
        var member = stage.Pick(crew.Members)!;
        stage.Journal.Add("stop operator", null, member.Name);
        await crew.StopAsync(member, cancellationToken);
        await crew.StartAsync(member.IsElected, cancellationToken);
        return true;
    }

    private async Task<bool> ExchangeAsync(CancellationToken cancellationToken)
    {
        stage.Journal.Add("exchange one for two, or two for one", null, crew.IsPair ? "one" : "two");
        await ExchangeAsync(isPair: !crew.IsPair, cancellationToken);
        return true;
    }

    /// <summary>Waits until no operator stands still.</summary>
    public Task AwakeAsync() => _halted;

    /// <summary>Ends all operators in order, and starts others.</summary>
    public async Task ExchangeAsync(bool isPair, CancellationToken cancellationToken)
    {
        await AwakeAsync();
        await crew.StopAllAsync(cancellationToken);
        await crew.StartAsync(isPair, cancellationToken);
        if (isPair)
        {
            await crew.StartAsync(true, cancellationToken);
        }
    }

    // Longer than a lease lasts, now and then. Others go on meanwhile.
    private async Task<bool> HaltAsync(CancellationToken cancellationToken)
    {
        await AwakeAsync();
        var (member, pause) = (stage.Pick(crew.Members)!, stage.Random.Next(4) == 0 ? TimeSpan.FromSeconds(20) : Pause(5));
        stage.Journal.Add("halt operator", null, $"{member.Name} for {pause.TotalSeconds:F1} s");
        var end = stage.Outages.Begin();
        member.Process.Halt();
        _halted = ContinueAsync();
        return true;

        async Task ContinueAsync()
        {
            try
            {
                await Task.Delay(pause, TimeProvider.System, cancellationToken);
            }
            finally
            {
                member.Process.Continue();
                end();
            }
        }
    }

    private async Task<bool> StartFirstAsync(CancellationToken cancellationToken)
    {
        await AwakeAsync();
        var (member, pause) = (stage.Pick(crew.Members)!, Pause(4));
        stage.Journal.Add("operator starts before the API server", null, $"{member.Name}, for {pause.TotalSeconds:F1} s");
        await crew.KillAsync(member);
        var start = await crew.PrepareAsync(member.IsElected, cancellationToken);
        var latest = TimeProvider.System.GetUtcNow() + stage.Options.Patience;
        var end = stage.Outages.Begin();
        try
        {
            await stage.Environment.ControlPlane.KillApiServerAsync();
            var starting = AgainAsync();
            await Task.Delay(pause, TimeProvider.System, cancellationToken);
            await stage.Environment.ControlPlane.StartApiServerAsync(cancellationToken);
            await starting;
        }
        finally
        {
            end();
        }

        return true;

        // It ends when nobody answers, and is started anew, as by a kubelet.
        async Task AgainAsync()
        {
            while (true)
            {
                try
                {
                    await start();
                    return;
                }
                catch (InvalidOperationException) when (TimeProvider.System.GetUtcNow() < latest)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, cancellationToken);
                }
            }
        }
    }

    private TimeSpan Pause(double mostSeconds) => TimeSpan.FromSeconds(0.1 + (stage.Random.NextDouble() * mostSeconds));
}
