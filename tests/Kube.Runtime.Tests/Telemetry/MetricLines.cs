using System.Globalization;
using Kube.Runtime.Telemetry;

namespace Kube.Runtime.Tests.Telemetry;

/// <summary>Reads what an exporter prints, by series.</summary>
internal static class MetricLines
{
    /// <summary>The value of one series, such as <c>a_total{name="x"}</c>; null when it is not there.</summary>
    public static double? Value(this PrometheusExporter exporter, string series) => exporter.Print().Split('\n')
        .Where(line => line.StartsWith(series + " ", StringComparison.Ordinal))
        .Select(line => (double?)double.Parse(line[(series.Length + 1)..], CultureInfo.InvariantCulture))
        .SingleOrDefault();
}
