namespace Kube.Runtime.Queueing;

/// <summary>Counts failures by key and says how long to wait after each: base, twice base, four times base … up to a cap.</summary>
/// <remarks>Not thread-safe: its owner locks.</remarks>
internal sealed class FailureBackoff<TKey>(TimeSpan baseDelay, TimeSpan maxDelay)
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> _failures = [];

    public int CountOf(TKey key) => _failures.GetValueOrDefault(key);

    public TimeSpan Next(TKey key)
    {
        var failures = CountOf(key);
        _failures[key] = failures + 1;

        // A shift beyond 62 overflows long before the cap could matter.
        var ticks = failures > 62 ? double.PositiveInfinity : baseDelay.Ticks * Math.Pow(2, failures);
        return ticks >= maxDelay.Ticks ? maxDelay : TimeSpan.FromTicks((long)ticks);
    }

    public void Forget(TKey key) => _failures.Remove(key);
}
