using k8s.Models;
using Kube.Runtime.Client;
using Kube.Testing;

namespace Kube.Failover;

/// <summary>What a run showed.</summary>
/// <param name="AfterKill">Times from a SIGKILL of the leader to the first write of the next one.</param>
/// <param name="AfterHalt">Times from a SIGSTOP of the leader to the first write of the next one.</param>
/// <param name="ExitCodes">How the halted leaders ended after SIGCONT.</param>
/// <param name="Writes">Writes of the marker that the server took.</param>
/// <param name="Terms">How often the lease changed hands.</param>
/// <param name="Violations">Writes by a process that another had succeeded already.</param>
public sealed record FailoverReport(
    IReadOnlyList<TimeSpan> AfterKill, IReadOnlyList<TimeSpan> AfterHalt, IReadOnlyList<int> ExitCodes, int Writes, int Terms, IReadOnlyList<string> Violations);

/// <summary>Two writers on a real control plane; the one that leads is killed or halted, again and again.</summary>
public sealed class FailoverRun : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly ControlPlane _plane;
    private readonly Audit _audit;
    private readonly ApiTransport _transport;
    private readonly Durations _durations;
    private readonly List<WriterProcess> _writers = [];
    private int _started;

    private FailoverRun(ControlPlane plane, Audit audit, ApiTransport transport, Durations durations)
    {
        (_plane, _audit, _transport, _durations) = (plane, audit, transport, durations);
        _writers.AddRange([StartWriter(), StartWriter()]);
    }

    /// <summary>Starts the control plane and the writers.</summary>
    public static async Task<FailoverRun> StartAsync(Durations durations, CancellationToken cancellationToken)
    {
        var audit = new Audit();
        var plane = await ControlPlane.StartAsync(new() { ApiServerArguments = audit.ApiServerArguments }, cancellationToken);
        var transport = new ApiTransport(await ApiServerConnection.LoadAsync(new(plane.KubeConfigPath), cancellationToken));
        await new ResourceClient<V1ConfigMap>(transport, BuiltInResources.ConfigMaps).CreateAsync(
            new() { Metadata = new() { Name = Writer.Marker, NamespaceProperty = Writer.Namespace } }, cancellationToken: cancellationToken);
        return new(plane, audit, transport, durations);
    }

    /// <summary>Kills and halts leaders, and judges by the server's audit.</summary>
    public async Task<FailoverReport> RunAsync(int kills, int halts, CancellationToken cancellationToken)
    {
        var (afterKill, afterHalt, exits) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<int>());
        for (var i = 0; i < kills; i++)
        {
            var leader = await LeaderAsync(cancellationToken);
            var at = TimeProvider.System.GetUtcNow();
            await leader.KillAsync();
            afterKill.Add(await TakeOverAsync(leader, at, cancellationToken));
        }

        for (var i = 0; i < halts; i++)
        {
            var leader = await LeaderAsync(cancellationToken);
            var at = TimeProvider.System.GetUtcNow();
            leader.Halt();
            afterHalt.Add(await TakeOverAsync(leader, at, cancellationToken));
            leader.Continue();
            await leader.WaitForExitAsync(cancellationToken).WaitAsync(s_patience, cancellationToken);
            exits.Add(leader.ExitCode);
        }

        var writes = await _audit.ReadAsync(cancellationToken);
        return new(afterKill, afterHalt, exits, writes.Count(write => write.Holder is null), Terms(writes).Count, Violations(writes));
    }

    /// <summary>Ends everything.</summary>
    public async ValueTask DisposeAsync()
    {
        _writers.ForEach(writer => writer.Dispose());
        _transport.Dispose();
        await _plane.DisposeAsync();
        _audit.Dispose();
    }

    /// <summary>The writes of whoever did not hold the lease any more, by the order in which the server received all of them.</summary>
    internal static List<string> Violations(IReadOnlyList<AuditedWrite> writes)
    {
        var (holder, violations) = ("", new List<string>());
        foreach (var write in writes)
        {
            if (write.Holder is { } next)
            {
                holder = next.Length > 0 ? next : holder;
            }
            else if (write.Who != holder)
            {
                violations.Add($"{write.ReceivedAt:O}: {write.Who} wrote while {holder} held the lease");
            }
        }

        return violations;
    }

    private static List<string> Terms(IReadOnlyList<AuditedWrite> writes)
    {
        var terms = new List<string>();
        foreach (var holder in writes.Select(write => write.Holder).Where(holder => !string.IsNullOrEmpty(holder)))
        {
            if (terms.Count == 0 || terms[^1] != holder)
            {
                terms.Add(holder!);
            }
        }

        return terms;
    }

    // The one that writes now, once there is another that could follow it. Writers that ended by themselves are replaced.
    private async Task<WriterProcess> LeaderAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            foreach (var ended in _writers.Where(writer => writer.HasExited).ToList())
            {
                _writers.Remove(ended);
                ended.Dispose();
                _writers.Add(StartWriter());
            }

            var last = (await _audit.ReadAsync(cancellationToken)).LastOrDefault(write => write.Holder is null);
            var isFresh = last is not null && TimeProvider.System.GetUtcNow() - last.ReceivedAt < _durations.Retry;
            if (isFresh && _writers.All(writer => writer.Ready.IsCompleted) && _writers.Find(writer => writer.Identity == last!.Who) is { } leader)
            {
                return leader;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }
    }

    private async Task<TimeSpan> TakeOverAsync(WriterProcess former, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < s_patience)
        {
            var first = (await _audit.ReadAsync(cancellationToken)).FirstOrDefault(write => write.Holder is null && write.ReceivedAt > at && write.Who != former.Identity);
            if (first is not null)
            {
                return first.ReceivedAt - at;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }

        throw new TimeoutException($"Nobody took over from {former.Identity}. The others said last:\n{string.Join("\n\n", _writers.Select(writer => writer.Tail))}");
    }

    private WriterProcess StartWriter() => WriterProcess.Start(_plane.KubeConfigPath, $"writer-{++_started}", _durations);
}
