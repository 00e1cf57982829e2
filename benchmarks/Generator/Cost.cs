namespace Ray.Benchmarks.Generator;

/// <summary>What a run took.</summary>
/// <param name="Elapsed">By the clock, which other programs on the machine lengthen.</param>
/// <param name="Processor">On processors, with compiling its own code just in time.</param>
internal sealed record Cost(TimeSpan Elapsed, TimeSpan Processor)
{
    /// <summary>The middle of each.</summary>
    public static Cost Median(IEnumerable<Cost> costs)
    {
        var all = costs.ToList();
        return new(
            all.Select(c => c.Elapsed).Order().ElementAt(all.Count / 2), all.Select(c => c.Processor).Order().ElementAt(all.Count / 2));
    }

    public override string ToString() => $"{Elapsed.TotalMilliseconds:N1} ms, {Processor.TotalMilliseconds:N1} ms on processors";
}
