namespace Ray.Pictures.Drawing;

/// <summary>
/// How long each frame of a picture shows. As long as it did, but no shorter than an eye needs and no longer than a reader waits; the last stays.
/// </summary>
internal sealed class Timeline
{
    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(350);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_last = TimeSpan.FromSeconds(5);

    private readonly List<TimeSpan> _starts = [TimeSpan.Zero];

    /// <summary>Gives each frame its time.</summary>
    /// <param name="moments">When each frame was shown first.</param>
    public Timeline(IReadOnlyList<TimeSpan> moments)
    {
        for (var i = 0; i < moments.Count; i++)
        {
            var length = i + 1 == moments.Count ? s_last : moments[i + 1] - moments[i];
            _starts.Add(_starts[^1] + (i + 1 == moments.Count ? length : Between(length)));
        }
    }

    /// <summary>The whole.</summary>
    public TimeSpan Length => _starts[^1];

    /// <summary>When a frame begins, as a part of the whole between 0 and 1.</summary>
    public double StartOf(int frame) => _starts[frame] / Length;

    private static TimeSpan Between(TimeSpan length) => length < s_shortest ? s_shortest : length > s_longest ? s_longest : length;
}
