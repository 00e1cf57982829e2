using System.Diagnostics.Metrics;

namespace Kube.Runtime.Telemetry;

/// <summary>
/// Where the runtime's metrics come from: the meter <see cref="Name"/>, with the names and labels that controller-runtime and client-go use.
/// <see cref="PrometheusExporter"/> serves them; any other listener of <c>System.Diagnostics.Metrics</c> can read them too.
/// </summary>
public static class RuntimeMeter
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Kube.Runtime";

    internal static Meter Instance { get; } = new(Name);

    /// <summary>A histogram whose upper bounds are given; Prometheus adds the one without bound.</summary>
    internal static Histogram<double> Histogram(string name, string description, params double[] bounds) =>
        Instance.CreateHistogram(name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds });
}
