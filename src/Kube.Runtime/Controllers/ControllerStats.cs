using System.Diagnostics;

namespace Kube.Runtime.Controllers;

/// <summary>What a controller has done so far.</summary>
/// <param name="name">Name of the controller.</param>
/// <param name="workers">Reconciles that may run at the same time.</param>
internal sealed class ControllerStats(string name, int workers)
{
    private long _successes;
    private long _requeuesAfter;
    private long _requeues;
    private long _errors;
    private long _terminalErrors;
    private long _panics;
    private long _timeouts;
    private int _active;

    public string Name => name;

    public int Workers => workers;

    public int Active => Volatile.Read(ref _active);

    public long Errors => Interlocked.Read(ref _errors);

    public long TerminalErrors => Interlocked.Read(ref _terminalErrors);

    public long Panics => Interlocked.Read(ref _panics);

    public long Timeouts => Interlocked.Read(ref _timeouts);

    /// <summary>Reconciles by result, under the words that controller-runtime uses.</summary>
    public IEnumerable<(string Result, long Count)> Results =>
    [
        ("success", Interlocked.Read(ref _successes)),
        ("requeue_after", Interlocked.Read(ref _requeuesAfter)),
        ("requeue", Interlocked.Read(ref _requeues)),
        ("error", Errors),
    ];

    public void Begin() => Interlocked.Increment(ref _active);

    public void End() => Interlocked.Decrement(ref _active);

    public void Count(ReconcileOutcome outcome)
    {
        switch (outcome)
        {
            case ReconcileOutcome.Done:
                Interlocked.Increment(ref _successes);
                break;
            case ReconcileOutcome.After:
                Interlocked.Increment(ref _requeuesAfter);
                break;
            case ReconcileOutcome.Retry:
                Interlocked.Increment(ref _requeues);
                break;
            case ReconcileOutcome.Terminal:
                Interlocked.Increment(ref _terminalErrors);
                Interlocked.Increment(ref _errors);
                break;
            default:
                throw new UnreachableException($"Unknown outcome {outcome}.");
        }
    }

    public void CountFailure(Exception failure)
    {
        Interlocked.Increment(ref _errors);
        if (failure is TerminalException)
        {
            Interlocked.Increment(ref _terminalErrors);
        }
        else if (failure is ReconcileTimeoutException)
        {
            Interlocked.Increment(ref _timeouts);
        }
        else if (IsBug(failure))
        {
            Interlocked.Increment(ref _panics);
        }
    }

    // What would be a panic in Go: no caller can cause or handle it, somebody must mend the code.
    private static bool IsBug(Exception failure) => failure
        is NullReferenceException or IndexOutOfRangeException or InvalidCastException or DivideByZeroException or ArrayTypeMismatchException
        or UnreachableException or NotImplementedException;
}

/// <summary>A reconcile took longer than the controller allows.</summary>
internal sealed class ReconcileTimeoutException(TimeSpan limit, Exception inner)
    : TimeoutException($"The reconcile took longer than {limit.TotalSeconds:0.###} s.", inner);
