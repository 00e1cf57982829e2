namespace Ray.DevEnvironment.Chaos.Judging;

/// <summary>Resident memory of one operator, read each time all was as wanted.</summary>
/// <param name="Samples">When, since its start, and how many bytes.</param>
public sealed record MemoryTrend(IReadOnlyList<(TimeSpan Age, long Bytes)> Samples)
{
    private const double MiB = 1024 * 1024;

    /// <summary>How old it must be before it counts: caches, compiled code and the collector's own budget grow until then.</summary>
    public static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(2);

    /// <summary>What a reading may be above another without meaning anything, in MiB: a garbage collection more or less.</summary>
    public const double Noise = 24;

    /// <summary>What it may be at any time, in MiB. Runs that are too short for a trend have this alone.</summary>
    public const double Most = 256;

    private IReadOnlyList<(TimeSpan Age, long Bytes)> Warm => [.. Samples.Where(sample => sample.Age >= WarmUp)];

    /// <summary>MiB at the first reading that counts.</summary>
    public double First => Warm is [var first, ..] ? first.Bytes / MiB : 0;

    /// <summary>MiB at the last reading.</summary>
    public double Last => Warm is [.., var last] ? last.Bytes / MiB : 0;

    /// <summary>
    /// MiB a minute: the median of the slopes between all pairs of readings, which single readings that stray do not move. 0 when fewer than
    /// three count.
    /// </summary>
    public double Slope
    {
        get
        {
            var warm = Warm;
            var slopes = (from i in Enumerable.Range(0, warm.Count)
                          from j in Enumerable.Range(i + 1, warm.Count - i - 1)
                          let minutes = (warm[j].Age - warm[i].Age).TotalMinutes
                          where minutes > 0
                          select (warm[j].Bytes - warm[i].Bytes) / MiB / minutes).Order().ToList();
            return warm.Count < 3 ? 0 : slopes[slopes.Count / 2];
        }
    }

    /// <summary>Whether the growth over all readings is no more than noise, and none is above <see cref="Most"/>.</summary>
    public bool IsFlat => Samples.All(sample => sample.Bytes <= Most * MiB)
        && (Warm.Count < 3 || Slope * (Warm[^1].Age - Warm[0].Age).TotalMinutes <= Noise);
}
