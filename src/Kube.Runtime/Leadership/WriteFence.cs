namespace Kube.Runtime.Leadership;

/// <summary>
/// Lets writes pass while this process leads and not a moment longer. It is asked just before the bytes of each attempt leave, and judges by the
/// monotonic clock, which goes on while a process is stopped: after SIGCONT, a long garbage collection or a starved processor nothing
/// passes that was held up for too long, whether or not anybody noticed yet.
/// </summary>
/// <remarks>
/// What remains: a process that is halted between this check and the system call that sends the bytes, a few microseconds later, sends
/// them when it goes on. Writes that name the resource version or UID that they mean are refused by the server then, if another has
/// written meanwhile. Thread-safe.
/// </remarks>
/// <param name="lease">Namespace and name of the Lease, for messages.</param>
/// <param name="time">The clock.</param>
public sealed class WriteFence(string lease, TimeProvider time)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _drained;
    private long _openUntil = long.MinValue;
    private int _passing;

    /// <summary>Whether writes pass now.</summary>
    public bool IsOpen => time.GetTimestamp() < Volatile.Read(ref _openUntil);

    /// <summary>Does nothing while this process leads.</summary>
    /// <exception cref="LeadershipLostException">It does not.</exception>
    public void ThrowIfClosed()
    {
        if (!IsOpen)
        {
            throw new LeadershipLostException($"Nothing is written any more: this process does not hold the lease {lease}, or could not renew it in time.");
        }
    }

    /// <summary>Counts a write until it is disposed of, so that the Lease is not given back in the middle of it.</summary>
    /// <exception cref="LeadershipLostException">This process does not lead.</exception>
    internal Passage Enter()
    {
        lock (_lock)
        {
            ThrowIfClosed();
            _passing++;
        }

        return new Passage(this);
    }

    /// <summary>Lets writes pass until that timestamp.</summary>
    internal void OpenUntil(long timestamp) => Volatile.Write(ref _openUntil, timestamp);

    /// <summary>How long ago the last renewal ran out; zero or less while it holds, null when the fence was closed in order or never opened.</summary>
    internal TimeSpan? ExpiredFor => Volatile.Read(ref _openUntil) is var until && until == long.MinValue ? null : time.GetElapsedTime(until);

    internal void Close() => Volatile.Write(ref _openUntil, long.MinValue);

    /// <summary>Completes when no write is under way. Close the fence first.</summary>
    internal Task DrainAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_passing == 0)
            {
                return Task.CompletedTask;
            }

            _drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _drained.Task.WaitAsync(cancellationToken);
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_passing == 0)
            {
                _drained?.TrySetResult();
                _drained = null;
            }
        }
    }

    internal readonly struct Passage(WriteFence fence) : IDisposable
    {
        public void Dispose() => fence.Leave();
    }
}
