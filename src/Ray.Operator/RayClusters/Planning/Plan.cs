using System.Collections.Immutable;
using Ray.Operator.RayClusters.Validation;

namespace Ray.Operator.RayClusters.Planning;

/// <summary>What to do next, and what to tell. Never resumed: after a failure the rest is dropped and a new snapshot is planned.</summary>
internal sealed record Plan
{
    /// <summary>Writes, in order.</summary>
    public ImmutableArray<PlannedAction> Actions { get; init; } = [];

    /// <summary>Why the spec is refused; nothing is done for a refused spec. Empty for a valid one.</summary>
    public ImmutableArray<SpecProblem> Problems { get; init; } = [];

    /// <summary>Things to warn of that need no write; each is told once.</summary>
    public ImmutableArray<Notice> Notices { get; init; } = [];

    /// <summary>What the plan waits for before it can say more. Empty when it is complete.</summary>
    public ImmutableArray<Wait> Waits { get; init; } = [];

    /// <summary>Whether there is nothing to write and nothing to wait for.</summary>
    public bool IsEmpty => Actions.IsEmpty && Waits.IsEmpty && Problems.IsEmpty;
}

/// <summary>Something that must happen first.</summary>
/// <param name="Reason">What.</param>
/// <param name="Until">When to look again even if no event comes; null to rely on events.</param>
internal readonly record struct Wait(string Reason, DateTimeOffset? Until = null);

/// <summary>A warning about the object, given once.</summary>
/// <param name="Reason">Event reason.</param>
/// <param name="Action">Event action.</param>
/// <param name="Note">The text.</param>
internal sealed record Notice(string Reason, string Action, string Note);
