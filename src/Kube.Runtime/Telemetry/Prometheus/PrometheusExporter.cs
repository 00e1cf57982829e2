using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace Kube.Runtime.Telemetry;

/// <summary>
/// Listens to meters and prints what they say in Prometheus' text format, under exactly the names, labels and bucket bounds that the
/// instruments have. No reflection, no packages.
/// </summary>
/// <remarks>Thread-safe. Counts begin when it is created: create it early.</remarks>
public sealed class PrometheusExporter : IDisposable
{
    private static readonly double[] s_defaultBounds = [.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<MetricFamily, bool> _observed = new();
    private readonly HashSet<string> _meters;
    private readonly MeterListener _listener = new();
    private readonly Lock _printing = new();

    /// <summary>Starts to listen.</summary>
    /// <param name="meters">Names of the meters; none for <see cref="RuntimeMeter.Name"/> alone.</param>
    public PrometheusExporter(params IEnumerable<string> meters)
    {
        _meters = [RuntimeMeter.Name, .. meters];
        ProcessMetrics.Start();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (_meters.Contains(instrument.Meter.Name))
            {
                listener.EnableMeasurementEvents(instrument, FamilyOf(instrument));
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, labels, family) => Record(instrument, value, labels, family));
        _listener.SetMeasurementEventCallback<int>((instrument, value, labels, family) => Record(instrument, value, labels, family));
        _listener.SetMeasurementEventCallback<double>((instrument, value, labels, family) => Record(instrument, value, labels, family));
        _listener.Start();
    }

    /// <summary>Media type of <see cref="Print"/>.</summary>
    public static string ContentType => PrometheusText.ContentType;

    /// <summary>Everything known now, one series a line, in the order of the names.</summary>
    public string Print()
    {
        var text = new StringBuilder();
        lock (_printing)
        {
            foreach (var family in _observed.Keys)
            {
                family.Clear();
            }

            _listener.RecordObservableInstruments();
            foreach (var family in _families.Values.OrderBy(family => family.Name, StringComparer.Ordinal))
            {
                family.Print(text);
            }
        }

        return text.ToString();
    }

    /// <summary>Stops listening.</summary>
    public void Dispose() => _listener.Dispose();

    // Two meters may have instruments of one name, such as those of two hosts in one process: they share the family.
    private MetricFamily FamilyOf(Instrument instrument)
    {
        var family = _families.GetOrAdd(PrometheusText.NameOf(instrument.Name), static (name, instrument) => Create(name, instrument), instrument);
        if (instrument.IsObservable)
        {
            _observed[family] = true;
        }

        return family;
    }

    private static MetricFamily Create(string name, Instrument instrument) => instrument switch
    {
        Histogram<double> histogram => new(name, Help(instrument), MetricType.Histogram, Bounds(histogram.Advice?.HistogramBucketBoundaries)),
        Histogram<long> histogram => new(name, Help(instrument), MetricType.Histogram, Bounds(histogram.Advice?.HistogramBucketBoundaries?.Select(bound => (double)bound))),
        Histogram<int> histogram => new(name, Help(instrument), MetricType.Histogram, Bounds(histogram.Advice?.HistogramBucketBoundaries?.Select(bound => (double)bound))),
        Counter<long> or Counter<int> or Counter<double> or ObservableCounter<long> or ObservableCounter<int> or ObservableCounter<double> =>
            new(name, Help(instrument), MetricType.Counter, []),
        _ => new(name, Help(instrument), MetricType.Gauge, []),
    };

    private static string Help(Instrument instrument) => instrument.Description ?? instrument.Name;

    private static double[] Bounds(IEnumerable<double>? bounds) => bounds is null ? s_defaultBounds : [.. bounds];

    private static void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels, object? state)
    {
        var family = (MetricFamily)state!;
        if (instrument.IsObservable || instrument is Gauge<double> or Gauge<long> or Gauge<int>)
        {
            family.Set(value, labels);
        }
        else
        {
            family.Add(value, labels);
        }
    }
}
