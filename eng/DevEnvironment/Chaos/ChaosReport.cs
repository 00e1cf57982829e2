using Ray.DevEnvironment.Chaos.Judging;

namespace Ray.DevEnvironment.Chaos;

/// <summary>What a run showed.</summary>
/// <param name="Seed">What decided.</param>
/// <param name="Elapsed">How long it took, the end included.</param>
/// <param name="Rounds">How often all came to be as wanted.</param>
/// <param name="Looks">How often it was looked at the pods meanwhile.</param>
/// <param name="Actions">How often each kind of action was done.</param>
/// <param name="Operators">How many operators were started.</param>
/// <param name="Requests">What the operators sent, watches that still run excepted.</param>
/// <param name="Writes">How many of these were writes.</param>
/// <param name="Memory">Memory of the last operator, which lived through the last rounds.</param>
/// <param name="Faults">What must not be.</param>
public sealed record ChaosReport(
    int Seed,
    TimeSpan Elapsed,
    int Rounds,
    int Looks,
    IReadOnlyDictionary<string, int> Actions,
    int Operators,
    int Requests,
    int Writes,
    MemoryTrend Memory,
    IReadOnlyList<ChaosFault> Faults);

/// <summary>Something that must not be, and what is known of it.</summary>
/// <param name="Violation">What it is.</param>
/// <param name="Trace">What was done before, events and logs.</param>
public sealed record ChaosFault(Violation Violation, string Trace);
