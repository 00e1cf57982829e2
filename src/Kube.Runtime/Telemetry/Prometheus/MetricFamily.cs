using System.Text;
using Labels = System.ReadOnlySpan<System.Collections.Generic.KeyValuePair<string, object?>>;

namespace Kube.Runtime.Telemetry;

/// <summary>All series of one name: values, or histograms.</summary>
/// <param name="name">Name as it is printed.</param>
/// <param name="help">What it means.</param>
/// <param name="type">Its type in the text format.</param>
/// <param name="bounds">Upper bounds of a histogram's buckets, without the last, endless one; else empty.</param>
internal sealed class MetricFamily(string name, string help, MetricType type, double[] bounds)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<LabelSet, double> _values = new(LabelSet.Comparer);
    private readonly Dictionary<LabelSet, Buckets> _histograms = new(LabelSet.Comparer);

    public string Name => name;

    public void Add(double value, Labels labels)
    {
        lock (_lock)
        {
            if (type == MetricType.Histogram)
            {
                var buckets = _histograms.GetAlternateLookup<Labels>();
                if (!buckets.TryGetValue(labels, out var present))
                {
                    buckets[labels] = present = new Buckets(bounds.Length + 1);
                }

                present.Add(value, bounds);
            }
            else
            {
                var values = _values.GetAlternateLookup<Labels>();
                values[labels] = values.TryGetValue(labels, out var sum) ? sum + value : value;
            }
        }
    }

    public void Set(double value, Labels labels)
    {
        lock (_lock)
        {
            _values.GetAlternateLookup<Labels>()[labels] = value;
        }
    }

    /// <summary>Forgets all values: what is observed anew each time shall not outlive its source.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _values.Clear();
        }
    }

    public void Print(StringBuilder text)
    {
        lock (_lock)
        {
            if (_values.Count + _histograms.Count == 0)
            {
                return;
            }

            PrometheusText.Head(text, name, help, type);
            foreach (var (labels, value) in _values)
            {
                PrometheusText.Sample(text, name, "", labels.Labels, null, value);
            }

            foreach (var (labels, buckets) in _histograms)
            {
                Print(text, labels.Labels, buckets);
            }
        }
    }

    private void Print(StringBuilder text, Labels labels, Buckets buckets)
    {
        var count = 0L;
        for (var i = 0; i < buckets.Counts.Length; i++)
        {
            count += buckets.Counts[i];
            PrometheusText.Sample(text, name, "_bucket", labels, i < bounds.Length ? bounds[i] : double.PositiveInfinity, count);
        }

        PrometheusText.Sample(text, name, "_sum", labels, null, buckets.Sum);
        PrometheusText.Sample(text, name, "_count", labels, null, count);
    }

    private sealed class Buckets(int count)
    {
        public long[] Counts { get; } = new long[count];

        public double Sum { get; private set; }

        public void Add(double value, double[] bounds)
        {
            var index = Array.BinarySearch(bounds, value);
            Counts[index < 0 ? ~index : index]++;
            Sum += value;
        }
    }
}

/// <summary>Types of metrics in Prometheus' text format.</summary>
internal enum MetricType
{
    Counter,
    Gauge,
    Histogram,
}
