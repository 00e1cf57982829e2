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

    /// <summary>Which of the three it is.</summary>
    public ReconcileOutcome Outcome { get; }

    /// <summary>How long to wait; zero unless the outcome is <see cref="ReconcileOutcome.After"/>.</summary>
    public TimeSpan Delay { get; }

    /// <summary>Why a retry is wanted; empty otherwise.</summary>
    public string Reason => field ?? "";

    /// <summary>All is well; look again after a time, or sooner when something changes.</summary>
    public static ReconcileResult After(TimeSpan delay) => new(ReconcileOutcome.After, delay, "");

    /// <summary>Something is not as it should be yet: again, with back-off.</summary>
    /// <param name="reason">Why, for the log.</param>
    public static ReconcileResult Retry(string reason) => new(ReconcileOutcome.Retry, TimeSpan.Zero, reason);
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
}
