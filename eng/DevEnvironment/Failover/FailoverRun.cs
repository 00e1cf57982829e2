namespace Ray.DevEnvironment.Failover;

/// <summary>Two operators on a real control plane; the one that leads is killed or halted, again and again, in the middle of its work.</summary>
public sealed class FailoverRun : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly RayEnvironment _environment;
    private readonly Action<string> _report;
    private readonly Random _random;
    private readonly List<Replica> _replicas = [];
    private readonly int _before;
    private ChangingClusters? _work;
    private int _started;

    private FailoverRun(RayEnvironment environment, int seed, int before, Action<string>? report) =>
        (_environment, _random, _before, _report) = (environment, new(seed), before, report ?? (_ => { }));

    /// <summary>Starts two operators and gives them work without end. No other operator may run.</summary>
    /// <param name="environment">Where.</param>
    /// <param name="seed">Decides the moments of the signals.</param>
    /// <param name="report">Told of each take-over, for people who wait; null for nobody.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<FailoverRun> StartAsync(RayEnvironment environment, int seed, Action<string>? report, CancellationToken cancellationToken)
    {
        var before = (await environment.OperatorRequests.ReadAsync(cancellationToken)).Count;
        var run = new FailoverRun(environment, seed, before, report);
        try
        {
            await Replica.GrantAsync(environment, cancellationToken);
            await run.StartReplicaAsync(cancellationToken);
            await run.StartReplicaAsync(cancellationToken);
            run._work = await ChangingClusters.StartAsync(environment, "failover", cancellationToken);
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills and halts leaders, and judges by the server's record.</summary>
    public async Task<FailoverReport> RunAsync(int kills, int halts, CancellationToken cancellationToken)
    {
        var (afterKill, afterHalt, awakened) = (new List<TakeOver>(), new List<TakeOver>(), new List<Awakening>());
        for (var i = 0; i < kills; i++)
        {
            afterKill.Add(await KillAsync(await LeaderAsync(cancellationToken), cancellationToken));
            _report($"Kill {i + 1}: the next one worked after {afterKill[^1].Work.TotalSeconds:F2} s");
        }

        for (var i = 0; i < halts; i++)
        {
            var (takeOver, awakening) = await HaltAsync(await LeaderAsync(cancellationToken), cancellationToken);
            afterHalt.Add(takeOver);
            awakened.Add(awakening);
            _report($"Halt {i + 1}: the next one worked after {takeOver.Work.TotalSeconds:F2} s; after SIGCONT {awakening}");
        }

        return new(await RequestsAsync(cancellationToken), afterKill, afterHalt, awakened);
    }

    /// <summary>Ends the work and the operators.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_work is not null)
        {
            await _work.DisposeAsync();
        }

        foreach (var replica in _replicas)
        {
            await replica.DisposeAsync();
        }

        await Replica.RevokeAsync(_environment);
    }

    private async Task<TakeOver> KillAsync(Replica leader, CancellationToken cancellationToken)
    {
        var at = TimeProvider.System.GetUtcNow();
        await leader.Process.KillAsync();
        var takeOver = await TakeOverAsync(leader, at, cancellationToken);
        await ReplaceAsync(leader, cancellationToken);
        return takeOver;
    }

    private async Task<(TakeOver TakeOver, Awakening Awakening)> HaltAsync(Replica leader, CancellationToken cancellationToken)
    {
        var at = TimeProvider.System.GetUtcNow();
        leader.Process.Halt();
        var takeOver = await TakeOverAsync(leader, at, cancellationToken);

        var awake = TimeProvider.System.GetUtcNow();
        leader.Process.Continue();
        var exitCode = await leader.Process.WaitForExitAsync(cancellationToken).WaitAsync(s_patience, cancellationToken);
        var ended = TimeProvider.System.GetUtcNow() - awake;
        var writes = (await RequestsAsync(cancellationToken)).Count(request =>
            request.IsWrite && request.User == leader.User && request.ReceivedAt > awake);
        await ReplaceAsync(leader, cancellationToken);
        return (takeOver, new(writes, exitCode, ended));
    }

    // Whoever leads and works, at any moment between two renewals of the lease.
    private async Task<Replica> LeaderAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(2) * _random.NextDouble(), TimeProvider.System, cancellationToken);
        return await UntilAsync("one of the operators works", Find, cancellationToken);

        Replica? Find(IReadOnlyList<AuditedRequest> requests) =>
            WriteOrder.Work(requests).LastOrDefault() is { } last && last.User == WriteOrder.Leaders(requests)[^1]
                ? _replicas.Find(replica => replica.User == last.User)
                : null;
    }

    private Task<TakeOver> TakeOverAsync(Replica former, DateTimeOffset at, CancellationToken cancellationToken) =>
        UntilAsync($"somebody takes over from {former.User}", requests => TakeOver.Find(requests, former.User, at), cancellationToken);

    private async Task<T> UntilAsync<T>(string what, Func<IReadOnlyList<AuditedRequest>, T?> find, CancellationToken cancellationToken)
        where T : class
    {
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < s_patience)
        {
            if (find(await RequestsAsync(cancellationToken)) is { } found)
            {
                return found;
            }

            await Task.Delay(s_pause, TimeProvider.System, cancellationToken);
        }

        throw new TimeoutException($"Waited for two minutes in vain until {what}. The logs are in {_environment.ControlPlane.LogDirectory}.");
    }

    private async Task<IReadOnlyList<AuditedRequest>> RequestsAsync(CancellationToken cancellationToken) =>
        [.. (await _environment.OperatorRequests.ReadAsync(cancellationToken)).Skip(_before)];

    private async Task ReplaceAsync(Replica ended, CancellationToken cancellationToken)
    {
        _replicas.Remove(ended);
        await ended.DisposeAsync();
        await StartReplicaAsync(cancellationToken);
    }

    private async Task StartReplicaAsync(CancellationToken cancellationToken) =>
        _replicas.Add(await Replica.StartAsync(_environment, $"replica-{++_started}", cancellationToken));
}
