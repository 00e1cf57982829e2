namespace Ray.Pictures.Terminals;

/// <summary>What all windows showed at one moment.</summary>
/// <param name="At">When, since the beginning.</param>
/// <param name="Windows">The rows of each window.</param>
internal sealed record Frame(TimeSpan At, IReadOnlyList<IReadOnlyList<IReadOnlyList<Cell>>> Windows);
