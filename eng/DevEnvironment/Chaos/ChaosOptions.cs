namespace Ray.DevEnvironment.Chaos;

/// <summary>How a run goes.</summary>
public sealed record ChaosOptions
{
    /// <summary>Decides what is done. The moments differ from run to run, and with them what an action meets.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How long things are done, and checked in between. The end, until all is as wanted and silent, comes on top.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The most clusters at a time.</summary>
    public int Clusters { get; init; } = 8;

    /// <summary>How long things are done before all must come to be as wanted.</summary>
    public TimeSpan Round { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>The share of the time, at the end, in which one operator lives through everything: its memory is judged.</summary>
    public double LongLife { get; init; } = 0.6;

    /// <summary>How long it may take until all is as wanted.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Told of each round, for people who wait.</summary>
    public Action<string> Report { get; init; } = _ => { };
}
