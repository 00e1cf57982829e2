namespace Kube.Runtime.Events;

/// <summary>Choices of an <see cref="EventRecorder"/>.</summary>
/// <param name="ReportingController">Who reports, such as <c>example.com/crontab-controller</c>.</param>
public sealed record EventRecorderOptions(string ReportingController)
{
    /// <summary>Which instance reports. Default: the name of the machine, which in a pod is the pod's.</summary>
    public string ReportingInstance { get; init; } = Environment.MachineName;

    /// <summary>Events that may wait to be sent; more are dropped, and their number logged. Default 1000.</summary>
    public int Capacity { get; init; } = 1000;

    /// <summary>An identical event within this time raises the count of the first instead of making another object. Default 6 minutes.</summary>
    public TimeSpan SeriesWindow { get; init; } = TimeSpan.FromMinutes(6);
}
