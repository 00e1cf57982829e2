using System.Collections.Immutable;
using k8s.Models;
using Kube;
using Kube.Testing;
using Ray.DevEnvironment.Chaos.Actions;
using Ray.DevEnvironment.Chaos.Judging;
using Ray.DevEnvironment.Failover;

namespace Ray.DevEnvironment.Chaos;

/// <summary>
/// Users, nodes, operators and the API server of a real control plane do whatever comes to their mind. In between, and at the end, all must come
/// to be as wanted.
/// </summary>
public sealed class ChaosRun : IAsyncDisposable
{
    /// <summary>Nodes that take their time: pods that start, and pods on their way out, can be met.</summary>
    public static SimulatedNodesOptions Nodes { get; } = new()
    {
        StartDelay = TimeSpan.FromMilliseconds(300),
        TerminationDelay = TimeSpan.FromMilliseconds(800),
    };

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(300);

    // Every 30 s it looks for new kinds.
    private static readonly TimeSpan s_garbageTime = TimeSpan.FromSeconds(40);

    private readonly Stage _stage;
    private readonly Crew _crew;
    private readonly Lookout _lookout;
    private readonly ClusterActions _clusters;
    private readonly OperatorActions _operators;
    private readonly ImmutableArray<ChaosAction> _always;
    private readonly List<(TimeSpan Age, long Bytes)> _memory = [];
    private readonly List<Violation> _violations = [];
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private int _rounds;
    private TimeSpan _told;

    private ChaosRun(Stage stage)
    {
        _stage = stage;
        _crew = new(stage.Environment, stage.Outages);
        _lookout = new(stage);
        _clusters = new(stage);
        _operators = new(stage, _crew);
        _always = [.. _clusters.All, .. new PodActions(stage).All, .. new AroundActions(stage).All, .. new ServerActions(stage).All, .. _operators.Harmless];
    }

    private TimeSpan Elapsed => TimeProvider.System.GetElapsedTime(_start);

    private bool IsBroken => _violations.Count + _lookout.Violations.Count + _crew.Violations.Count > 0;

    /// <summary>Runs. No other operator may run in the environment, and nobody else may use it.</summary>
    /// <param name="environment">Where; its nodes should be <see cref="Nodes"/>.</param>
    /// <param name="options">How it goes.</param>
    /// <param name="cancellationToken">Ends it early, without a report.</param>
    public static async Task<ChaosReport> RunAsync(RayEnvironment environment, ChaosOptions options, CancellationToken cancellationToken)
    {
        foreach (var name in Stage.Namespaces)
        {
            await new ResourceClient<V1Namespace>(environment.Transport, BuiltInResources.Namespaces).CreateAsync(
                new() { Metadata = new() { Name = name } }, cancellationToken: cancellationToken);
        }

        await Replica.GrantAsync(environment, cancellationToken);
        await using var run = new ChaosRun(new(environment, options));
        await run._crew.StartAsync(isElected: false, cancellationToken);
        await run.RunAsync(options, cancellationToken);
        return await run.ReportAsync(cancellationToken);
    }

    /// <summary>Ends the operators.</summary>
    public async ValueTask DisposeAsync()
    {
        await _lookout.DisposeAsync();
        await _crew.DisposeAsync();
    }

    private async Task RunAsync(ChaosOptions options, CancellationToken cancellationToken)
    {
        var isLast = false;
        while (Elapsed < options.Duration && !IsBroken)
        {
            if (!isLast && Elapsed >= options.Duration * (1 - options.LongLife))
            {
                isLast = true;
                await _operators.ExchangeAsync(isPair: false, cancellationToken);
            }

            await DoAsync(isLast ? _always : [.. _always, .. _operators.All], cancellationToken);
            await CalmAsync(cancellationToken);
            if (isLast)
            {
                Weigh();
            }
        }

        await MendAsync(cancellationToken);
        await SilenceAsync(cancellationToken);
        Weigh();
        await JudgeLogsAsync(cancellationToken);
        JudgeMemory();
        await JudgeLeadersAsync(cancellationToken);
    }

    private void Weigh()
    {
        var member = _crew.Members[0];
        _memory.Add((TimeProvider.System.GetUtcNow() - member.StartedAt, member.Process.Memory));
    }

    // A round: whatever comes.
    private async Task DoAsync(ImmutableArray<ChaosAction> actions, CancellationToken cancellationToken)
    {
        var (start, weight) = (TimeProvider.System.GetTimestamp(), actions.Sum(action => action.Weight));
        while (TimeProvider.System.GetElapsedTime(start) < _stage.Options.Round && !IsBroken)
        {
            var place = _stage.Random.Next(weight);
            var action = actions.First(action => (place -= action.Weight) < 0);
            try
            {
                await action.TryAsync(cancellationToken);
            }
            catch (Exception e) when (e is TimeoutException or ApiException or InvalidOperationException)
            {
                _violations.Add(new(null, $"{action.Name}: {e.Message}"));
            }

            foreach (var ended in await _crew.ReviveAsync(cancellationToken))
            {
                _stage.Journal.Add("operator ended by itself", null, ended);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20 + _stage.Random.Next(200)), TimeProvider.System, cancellationToken);
        }

        await _operators.AwakeAsync();
    }

    // The end of a round: all must come to be as wanted.
    private async Task CalmAsync(CancellationToken cancellationToken)
    {
        _told = TimeSpan.Zero;
        var hasCollected = false;
        var start = TimeProvider.System.GetTimestamp();
        while (!IsBroken)
        {
            await _crew.ReviveAsync(cancellationToken);
            var seen = await Stage.PersistAsync(
                () => Observation.ReadAsync(_stage.Environment.Transport, ns => Stage.Namespaces.Contains(ns), cancellationToken), cancellationToken);
            var differences = EndState.Differences([.. _stage.World.Clusters], seen);
            if (differences.Count == 0)
            {
                _stage.World.Settle();
                _rounds++;
                var elapsed = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
                _stage.Options.Report(
                    $"{Elapsed:mm\\:ss} round {_rounds}: {seen.Clusters.Count} clusters with {seen.Pods.Count} pods as wanted after {elapsed:F1} s; "
                    + $"{string.Join(", ", _crew.Members.Select(member => $"{member.Name} {member.Process.Memory / 1048576} MiB"))}");
            }
            else if (TimeProvider.System.GetElapsedTime(start) > _stage.Options.Patience)
            {
                _violations.AddRange(differences);
            }
            else
            {
                var waited = TimeProvider.System.GetElapsedTime(start);
                Tell(differences, waited);
                hasCollected = hasCollected || await CollectAsync(differences, waited, cancellationToken);
                await _clusters.AutoscaleAsync(seen, cancellationToken);
                await Task.Delay(s_pause, TimeProvider.System, cancellationToken);
                continue;
            }

            return;
        }
    }

    // The garbage collector finds custom kinds anew after each start of the API server, and some releases never learn of owners that went meanwhile.
    // It is no part of what is tried here: it gets a second chance, once.
    private async Task<bool> CollectAsync(IReadOnlyList<Violation> differences, TimeSpan waited, CancellationToken cancellationToken)
    {
        // A cluster that was made anew waits until nothing of its predecessor is left.
        var uncollected = differences.Where(difference => difference.IsGarbage).Select(difference => difference.Cluster).ToHashSet();
        if (waited < s_garbageTime || differences.Any(difference => !uncollected.Contains(difference.Cluster)))
        {
            return false;
        }

        _stage.Journal.Add("restart controllers");
        await _stage.Environment.ControlPlane.RestartControllersAsync(cancellationToken);
        return true;
    }

    // What takes long is worth a look, even if it ends well.
    private void Tell(IReadOnlyList<Violation> differences, TimeSpan waited)
    {
        if (waited - _told > TimeSpan.FromSeconds(10))
        {
            _told = waited;
            _stage.Options.Report($"{Elapsed:mm\\:ss} waiting for {waited.TotalSeconds:F0} s: {string.Join("; ", differences.Take(3))}");
        }
    }

    // At the very end nothing is left that the operator refuses, or that is suspended.
    private async Task MendAsync(CancellationToken cancellationToken)
    {
        if (IsBroken)
        {
            return;
        }

        foreach (var cluster in _stage.World.Clusters.Where(cluster => cluster.IsSpoilt || cluster.IsSuspended))
        {
            _stage.Journal.Add("mend for the end", cluster.Key);
            await _stage.ChangeAsync(cluster with { IsSpoilt = false, IsSuspended = false }, cancellationToken);
        }

        await CalmAsync(cancellationToken);
    }

    // When all is as wanted the operator writes nothing: first what is still on its way, then silence.
    private async Task SilenceAsync(CancellationToken cancellationToken)
    {
        var last = await WritesAsync(cancellationToken);
        for (var attempt = 0; attempt < 8 && !IsBroken; attempt++)
        {
            await Task.Delay(TimeSpan.FromSeconds(12), TimeProvider.System, cancellationToken);
            var now = await WritesAsync(cancellationToken);
            if (now.Count == last.Count)
            {
                return;
            }

            last = now;
        }

        if (!IsBroken)
        {
            _violations.Add(new(null, $"the operator writes though all is as wanted; its last writes: {string.Join("; ", last.TakeLast(5))}"));
        }
    }

    private async Task<IReadOnlyList<AuditedRequest>> WritesAsync(CancellationToken cancellationToken) =>
        [.. (await _stage.Environment.OperatorRequests.ReadAsync(cancellationToken)).Where(request => request.IsWrite)];

    private async Task JudgeLogsAsync(CancellationToken cancellationToken)
    {
        foreach (var log in _crew.Logs)
        {
            var lines = OperatorLog.Violations(await OperatorLogFile.ReadAsync(log, cancellationToken), _stage.Outages.Explain);
            _violations.AddRange(lines.Take(5).Select(line => new Violation(null, $"{Path.GetFileName(log)}: {line}")));
        }
    }

    private void JudgeMemory()
    {
        var trend = new MemoryTrend(_memory);
        if (!trend.IsFlat)
        {
            _violations.Add(new(null, $"memory grows by {trend.Slope:F1} MiB a minute, from {trend.First:F0} to {trend.Last:F0} MiB"));
        }
    }

    // Of the operators that compete, each with an account of its own, only the one that holds the lease may write.
    private async Task JudgeLeadersAsync(CancellationToken cancellationToken)
    {
        var requests = await _stage.Environment.OperatorRequests.ReadAsync(cancellationToken);
        var ofElected = requests.Where(request => request.User.Contains(":chaos-", StringComparison.Ordinal));
        _violations.AddRange(WriteOrder.Violations(ofElected).Select(violation => new Violation(null, violation)));
    }

    private async Task<ChaosReport> ReportAsync(CancellationToken cancellationToken)
    {
        var faults = new List<ChaosFault>();
        foreach (var violation in _lookout.Violations.Concat(_crew.Violations).Concat(_violations))
        {
            faults.Add(new(violation, await ChaosTrace.OfAsync(violation, _stage, _crew, cancellationToken)));
        }

        var requests = await _stage.Environment.OperatorRequests.ReadAsync(cancellationToken);
        var actions = _stage.Journal.Entries.GroupBy(entry => entry.Action).ToDictionary(group => group.Key, group => group.Count());
        return new(
            _stage.Options.Seed, Elapsed, _rounds, _lookout.Looks, actions, _crew.Started, requests.Count, requests.Count(request => request.IsWrite),
            new(_memory), faults);
    }
}
