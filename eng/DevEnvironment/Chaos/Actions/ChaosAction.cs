namespace Ray.DevEnvironment.Chaos.Actions;

/// <summary>Something that may happen.</summary>
/// <param name="Name">What the journal calls it.</param>
/// <param name="Weight">How often, in relation to the others.</param>
/// <param name="TryAsync">Does it; false when there is nothing to do it to.</param>
public sealed record ChaosAction(string Name, int Weight, Func<CancellationToken, Task<bool>> TryAsync);
