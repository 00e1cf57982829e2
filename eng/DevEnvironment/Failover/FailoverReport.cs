namespace Ray.DevEnvironment.Failover;

/// <summary>What a run showed.</summary>
/// <param name="Requests">Everything that the operators sent.</param>
/// <param name="AfterKill">Take-overs after a SIGKILL of the leader.</param>
/// <param name="AfterHalt">Take-overs after a SIGSTOP of the leader.</param>
/// <param name="Awakened">What the halted leaders did after SIGCONT.</param>
public sealed record FailoverReport(
    IReadOnlyList<AuditedRequest> Requests, IReadOnlyList<TakeOver> AfterKill, IReadOnlyList<TakeOver> AfterHalt, IReadOnlyList<Awakening> Awakened)
{
    /// <summary>Writes other than those of the Lease.</summary>
    public int Writes { get; } = WriteOrder.Work(Requests).Count();

    /// <summary>Who led, one after another.</summary>
    public IReadOnlyList<string> Leaders { get; } = WriteOrder.Leaders(Requests);

    /// <summary>The writes of whoever did not lead.</summary>
    public IReadOnlyList<string> Violations { get; } = WriteOrder.Violations(Requests);
}

/// <summary>What a leader did that was halted for so long that another leads now.</summary>
/// <param name="Writes">Writes that the server received from him after SIGCONT, those of the Lease included.</param>
/// <param name="ExitCode">How he ended.</param>
/// <param name="Ended">How long after SIGCONT.</param>
public sealed record Awakening(int Writes, int ExitCode, TimeSpan Ended);
