using System.Diagnostics.Metrics;
using Kube.Runtime.Telemetry;

namespace Kube.Runtime.Tests.Telemetry;

public sealed class PrometheusExporterTests : IDisposable
{
    private readonly Meter _meter = new($"test-{Guid.NewGuid()}");
    private readonly PrometheusExporter _exporter;

    public PrometheusExporterTests() => _exporter = new PrometheusExporter(_meter.Name);

    public void Dispose()
    {
        _exporter.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void Every_family_has_its_help_its_type_and_its_series()
    {
        var counter = _meter.CreateCounter<long>("x_requests_total", description: "Requests,\nin \\ all.");
        counter.Add(2, new KeyValuePair<string, object?>("code", 200));
        counter.Add(3, new KeyValuePair<string, object?>("code", 200));
        counter.Add(1, new("code", "say \"no\"\\\n"), new KeyValuePair<string, object?>("b", null));
        _meter.CreateUpDownCounter<int>("x_open").Add(-1);
        _meter.CreateObservableGauge("x.seen.now", () => 1.5, description: "Seen.");

        Assert.Equal(
            """
            # HELP x_open x_open
            # TYPE x_open gauge
            x_open -1
            # HELP x_requests_total Requests,\nin \\ all.
            # TYPE x_requests_total counter
            x_requests_total{code="200"} 5
            x_requests_total{code="say \"no\"\\\n",b=""} 1
            # HELP x_seen_now Seen.
            # TYPE x_seen_now gauge
            x_seen_now 1.5

            """.ReplaceLineEndings("\n"),
            Own(_exporter.Print()));
    }

    [Fact]
    public void Buckets_of_histograms_count_all_that_is_not_above_their_bound()
    {
        var histogram = _meter.CreateHistogram("x_seconds", "s", "Time.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [1e-5, 0.1, 2] });
        foreach (var value in new[] { 0.05, 0.1, 1, 5 })
        {
            histogram.Record(value);
        }

        Assert.Equal(
            """
            # HELP x_seconds Time.
            # TYPE x_seconds histogram
            x_seconds_bucket{le="1e-05"} 0
            x_seconds_bucket{le="0.1"} 2
            x_seconds_bucket{le="2"} 3
            x_seconds_bucket{le="+Inf"} 4
            x_seconds_sum 6.15
            x_seconds_count 4

            """.ReplaceLineEndings("\n"),
            Own(_exporter.Print()));
    }

    [Fact]
    public void Observed_series_vanish_with_their_source()
    {
        List<Measurement<int>> seen = [new(1, new KeyValuePair<string, object?>("of", "a")), new(2, new KeyValuePair<string, object?>("of", "b"))];
        _meter.CreateObservableGauge("x_seen", () => seen);
        Assert.Equal(2, _exporter.Value("""x_seen{of="b"}"""));

        seen.RemoveAt(1);
        Assert.Null(_exporter.Value("""x_seen{of="b"}"""));
        Assert.Equal(1, _exporter.Value("""x_seen{of="a"}"""));
    }

    [Fact]
    public async Task Nothing_is_lost_when_many_count_at_once()
    {
        var counter = _meter.CreateCounter<long>("x_total");
        var histogram = _meter.CreateHistogram<double>("x_time_seconds");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                counter.Add(1, new KeyValuePair<string, object?>("by", n % 2));
                histogram.Record(1);
                if (i % 2000 == 0)
                {
                    _exporter.Print();
                }
            }
        })));

        Assert.Equal((40_000, 40_000, 80_000), (_exporter.Value("""x_total{by="0"}"""), _exporter.Value("""x_total{by="1"}"""), _exporter.Value("x_time_seconds_count")));
    }

    [Fact]
    public void Other_meters_are_left_alone()
    {
        using var other = new Meter("somebody-else");
        other.CreateCounter<long>("x_other_total").Add(1);

        Assert.Null(_exporter.Value("x_other_total"));
    }

    // The runtime's own metrics are served besides.
    private static string Own(string text) =>
        string.Concat(text.Split('\n').Where(line => line.StartsWith("x_", StringComparison.Ordinal) || line.StartsWith("# HELP x_", StringComparison.Ordinal) || line.StartsWith("# TYPE x_", StringComparison.Ordinal)).Select(line => line + "\n"));
}
