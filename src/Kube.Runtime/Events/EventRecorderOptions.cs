namespace Kube.Runtime.Events;

/// <summary>Choices of an <see cref="EventRecorder"/>.</summary>
/// <param name="ReportingController">Who reports, such as <c>example.com/crontab-controller</c>.</param>
public sealed record EventRecorderOptions(string ReportingController)
{
    /// <summary>Which instance reports. Default: the name of the machine, which in a pod is the pod's.</summary>
    public string ReportingInstance { get; init; } = Environment.MachineName;

    /// <summary>Normal events that may wait to be sent, and warnings; more are dropped, and their number logged. Default 10000 of each.</summary>
    public int Capacity { get; init; } = 10_000;

    /// <summary>An identical event within this time raises the count of the first instead of making another object. Default 6 minutes.</summary>
    public TimeSpan SeriesWindow { get; init; } = TimeSpan.FromMinutes(6);

    /// <summary>
    /// Events about one object that differ in their note alone and are told apart; further ones within <see cref="SimilarWindow"/> become one
    /// series. Default 10.
    /// </summary>
    public int MaxSimilar { get; init; } = 10;

    /// <summary>How long it must be quiet before similar events are told apart again. Default 10 minutes.</summary>
    public TimeSpan SimilarWindow { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Events about one object that are sent at once; filled again by one every <see cref="ObjectRefill"/>. Further ones are only counted. Default 25.</summary>
    public int ObjectBurst { get; init; } = 25;

    /// <summary>Time after which one more event about an object may be sent. Default 5 minutes.</summary>
    public TimeSpan ObjectRefill { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether work waits that matters more than the story of it, such as objects to reconcile. While it says so, and a second longer, normal events
    /// wait; warnings never do. Asked ten times a second at most, and only while a normal event waits. Default null: nothing waits.
    /// The host's recorder asks its controllers, unless this is set.
    /// </summary>
    public Func<bool>? IsBusy { get; init; }

    /// <summary>How long a normal event waits for <see cref="IsBusy"/> at most. Default one minute.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromMinutes(1);
}
