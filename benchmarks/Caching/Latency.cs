using System.Diagnostics;

namespace Ray.Benchmarks.Caching;

/// <summary>Times single operations and sorts them into a histogram; takes no memory while it measures.</summary>
internal sealed class Latency(int most)
{
    private readonly long[] _ticks = new long[most];
    private int _count;

    public int Count => _count;

    public bool IsFull => _count == _ticks.Length;

    public void Note(long start) => _ticks[_count++] = Stopwatch.GetTimestamp() - start;

    /// <summary>The nanoseconds that this share of the operations stays below.</summary>
    public double Nanoseconds(double share)
    {
        var sorted = _ticks.AsSpan(0, _count);
        sorted.Sort();
        return sorted[Math.Min(_count - 1, (int)(_count * share))] * 1e9 / Stopwatch.Frequency;
    }

    public override string ToString() =>
        $"{Nanoseconds(0.5):F0} | {Nanoseconds(0.99):F0} | {Nanoseconds(0.999):F0} | {Nanoseconds(1) / 1000:F0}";
}
