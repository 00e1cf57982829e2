using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Kube.Runtime.Tests.Telemetry;

/// <summary>Hears what the runtime measures, as text: <c>name{label="value"} number</c>.</summary>
internal sealed class MetricLog : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly string _mark;

    /// <param name="mark">Text that a line must have: tests run side by side and share the instruments.</param>
    public MetricLog(string mark)
    {
        _mark = mark;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Kube.Runtime")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Measurements, by name and labels.</summary>
    public ConcurrentQueue<(string Series, double Value)> Lines { get; } = new();

    public double Sum(string series) => Lines.Where(line => line.Series == series).Sum(line => line.Value);

    public int Count(string series) => Lines.Count(line => line.Series == series);

    public void Dispose() => _listener.Dispose();

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}=\"{tag.Value}\""));
        var series = $"{instrument.Name}{{{labels}}}";
        if (series.Contains(_mark, StringComparison.Ordinal))
        {
            Lines.Enqueue((series, value));
        }
    }
}
