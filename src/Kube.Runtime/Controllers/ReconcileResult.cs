namespace Kube.Runtime.Controllers;

/// <summary>What becomes of a key after its reconcile.</summary>
public readonly record struct ReconcileResult
{
    private ReconcileResult(ReconcileOutcome outcome, TimeSpan delay, string reason)
    {
        Outcome = outcome;
        Delay = delay;
        Reason = reason;
    }

    /// <summary>Nothing more to do until something changes.</summary>
    public static ReconcileResult Done => default;

    /// <summary>Which of the four it is.</summary>
    public ReconcileOutcome Outcome { get; }

    /// <summary>How long to wait; zero unless the outcome is <see cref="ReconcileOutcome.After"/>.</summary>
    public TimeSpan Delay { get; }

    /// <summary>Why a retry is wanted, or useless; empty otherwise.</summary>
    public string Reason => field ?? "";

    /// <summary>All is well; look again after a time, or sooner when something changes.</summary>
    public static ReconcileResult After(TimeSpan delay) => new(ReconcileOutcome.After, delay, "");

    /// <summary>Something is not as it should be yet: again, with back-off.</summary>
    /// <param name="reason">Why, for the log.</param>
    public static ReconcileResult Retry(string reason) => new(ReconcileOutcome.Retry, TimeSpan.Zero, reason);

    /// <summary>
    /// Something is wrong that no retry mends, such as an object that contradicts itself: it counts as an error and waits for a change.
    /// <see cref="TerminalException"/> says the same from deeper down.
    /// </summary>
    /// <param name="reason">What, for the log.</param>
    public static ReconcileResult Terminal(string reason) => new(ReconcileOutcome.Terminal, TimeSpan.Zero, reason);
}

/// <summary>Outcomes of a reconcile.</summary>
public enum ReconcileOutcome
{
    /// <summary>Wait for a change.</summary>
    Done,

    /// <summary>Again after a given time.</summary>
    After,

    /// <summary>Again with back-off.</summary>
    Retry,

    /// <summary>Failed, and not again until something changes.</summary>
    Terminal,
}
