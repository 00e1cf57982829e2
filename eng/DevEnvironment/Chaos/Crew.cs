using Ray.DevEnvironment.Chaos.Judging;
using Ray.DevEnvironment.Failover;

namespace Ray.DevEnvironment.Chaos;

/// <summary>One operator of the crew.</summary>
/// <param name="Name">What the journal calls it.</param>
/// <param name="Process">The process.</param>
/// <param name="Log">Its own log.</param>
/// <param name="IsElected">Whether it competes with another for the lease.</param>
/// <param name="StartedAt">When it was ready.</param>
public sealed record CrewMember(string Name, OperatorProcess Process, string Log, bool IsElected, DateTimeOffset StartedAt);

/// <summary>
/// The operators that run: one that knows of no other, or two that compete. Plays the kubelet: whoever ends is started anew, and must have had a
/// reason to end.
/// </summary>
/// <param name="environment">Where they run.</param>
/// <param name="outages">When the API server was away, or an operator stood still.</param>
public sealed class Crew(RayEnvironment environment, Outages outages) : IAsyncDisposable
{
    private const string Account = "ray-operator";

    private readonly List<CrewMember> _members = [];
    private readonly List<Violation> _violations = [];
    private readonly List<string> _logs = [];

    /// <summary>Who runs.</summary>
    public IReadOnlyList<CrewMember> Members => _members;

    /// <summary>Whether two compete.</summary>
    public bool IsPair => _members.Exists(member => member.IsElected);

    /// <summary>How many were started.</summary>
    public int Started { get; private set; }

    /// <summary>Logs of all that ever ran.</summary>
    public IReadOnlyList<string> Logs => _logs;

    /// <summary>Operators that ended without a reason.</summary>
    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>Starts one, which competes with another or knows of none, and waits until it is ready.</summary>
    public async Task StartAsync(bool isElected, CancellationToken cancellationToken) =>
        await (await PrepareAsync(isElected, cancellationToken))();

    /// <summary>As <see cref="StartAsync"/>, in two steps: all that needs the API server, then the start itself.</summary>
    public async Task<Func<Task>> PrepareAsync(bool isElected, CancellationToken cancellationToken)
    {
        var name = $"chaos-{++Started}";
        var start = isElected
            ? await Replica.PrepareAsync(environment, name, cancellationToken)
            : await AloneAsync(name, cancellationToken);
        return async () =>
        {
            var process = await start();
            _logs.Add(LogOf(name));
            _members.Add(new(name, process, LogOf(name), isElected, TimeProvider.System.GetUtcNow()));
        };
    }

    /// <summary>SIGKILL, and nobody takes its place yet.</summary>
    public async Task KillAsync(CrewMember member)
    {
        await member.Process.KillAsync();
        await RemoveAsync(member);
    }

    /// <summary>SIGTERM, which it must follow soon and with success, unless it was about to end because it lost the lease.</summary>
    public async Task StopAsync(CrewMember member, CancellationToken cancellationToken)
    {
        var exit = await member.Process.StopAsync(cancellationToken).WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
        if (exit != 0 && !HasLostLease(member, exit))
        {
            _violations.Add(new(null, $"operator {member.Name} was asked to stop and ended with exit code {exit}"));
        }

        await RemoveAsync(member);
    }

    /// <summary>Replaces those that ended by themselves. Only one that lost the lease while it could not renew it has a reason.</summary>
    public async Task<IReadOnlyList<string>> ReviveAsync(CancellationToken cancellationToken)
    {
        var ended = _members.Where(member => member.Process.HasExited).ToList();
        foreach (var member in ended)
        {
            var exit = await member.Process.WaitForExitAsync(cancellationToken);
            if (!HasLostLease(member, exit))
            {
                _violations.Add(new(null, $"operator {member.Name} ended by itself with exit code {exit}"));
            }

            await RemoveAsync(member);
            await StartAsync(member.IsElected, cancellationToken);
        }

        return [.. ended.Select(member => member.Name)];
    }

    /// <summary>Ends all that run, in order.</summary>
    public async Task StopAllAsync(CancellationToken cancellationToken)
    {
        foreach (var member in _members.ToList())
        {
            await StopAsync(member, cancellationToken);
        }
    }

    /// <summary>Kills all that run.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var member in _members)
        {
            await member.Process.DisposeAsync();
        }
    }

    private async Task<Func<Task<OperatorProcess>>> AloneAsync(string name, CancellationToken cancellationToken)
    {
        // A token of its own: one does not last for a long run.
        var kubeConfig = await environment.KubeConfigOfAsync(Account, cancellationToken);
        return () => OperatorProcess.StartAsync(kubeConfig, LogOf(name), ["--enable-leader-election=false", "--enable-metrics"], cancellationToken);
    }

    private bool HasLostLease(CrewMember member, int exit) =>
        member.IsElected && exit == 1 && outages.Explain(TimeProvider.System.GetUtcNow());

    private string LogOf(string name) => Path.Combine(environment.ControlPlane.LogDirectory, $"{name}.log");

    private async Task RemoveAsync(CrewMember member)
    {
        _members.Remove(member);
        await member.Process.DisposeAsync();
    }
}
