using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Kube.Runtime.Queueing;

namespace Kube.Runtime.Telemetry;

/// <summary>
/// The metrics <c>workqueue_*</c>. What a queue counts anyway is read when somebody asks; only durations are recorded as they happen. Queues
/// of one name are reported together.
/// </summary>
internal static class QueueMetrics
{
    private static readonly ConcurrentDictionary<IMeasuredQueue, bool> s_queues = new(ReferenceEqualityComparer.Instance);

    // Ten times as long each, from 10 ns to 1000 s: the bounds of controller-runtime, with the same rounding.
    private static readonly double[] s_bounds = [.. Enumerable.Range(0, 11).Aggregate(new List<double> { 10e-9 }, (bounds, _) => [.. bounds, bounds[^1] * 10])];

    private static readonly Histogram<double> s_waited = RuntimeMeter.Histogram(
        "workqueue_queue_duration_seconds", "Seconds that keys wait in a queue until a worker takes them.", s_bounds);

    private static readonly Histogram<double> s_worked = RuntimeMeter.Histogram(
        "workqueue_work_duration_seconds", "Seconds that workers keep the keys of a queue.", s_bounds);

    static QueueMetrics()
    {
        var meter = RuntimeMeter.Instance;
        meter.CreateObservableGauge("workqueue_depth", Depths, description: "Keys that wait in a queue, by priority.");
        meter.CreateObservableCounter("workqueue_adds_total", () => Sums(queue => queue.Adds), description: "Keys that were added to a queue.");
        meter.CreateObservableCounter("workqueue_retries_total", () => Sums(queue => queue.Retries), description: "Keys that were added to a queue with back-off.");
        meter.CreateObservableGauge(
            "workqueue_unfinished_work_seconds",
            () => Seconds(times => times.Sum(reading => reading.Unfinished.TotalSeconds)),
            "s",
            "Seconds that all running work of a queue has taken so far; grows steadily when workers are stuck.");
        meter.CreateObservableGauge(
            "workqueue_longest_running_processor_seconds",
            () => Seconds(times => times.Max(reading => reading.Longest.TotalSeconds)),
            "s",
            "Seconds that the longest running work of a queue has taken so far.");
    }

    public static void Register(IMeasuredQueue queue) => s_queues[queue] = true;

    public static void Unregister(IMeasuredQueue queue) => s_queues.TryRemove(queue, out _);

    public static void Taken(string name, TimeSpan waited)
    {
        if (s_waited.Enabled)
        {
            s_waited.Record(waited.TotalSeconds, new("name", name), new KeyValuePair<string, object?>("controller", name));
        }
    }

    public static void Done(string name, TimeSpan worked)
    {
        if (s_worked.Enabled)
        {
            s_worked.Record(worked.TotalSeconds, new("name", name), new KeyValuePair<string, object?>("controller", name));
        }
    }

    private static IEnumerable<Measurement<long>> Sums(Func<QueueReading, long> value) =>
        ByName().Select(queues => new Measurement<long>(queues.Sum(value), Labels(queues.Key)));

    private static IEnumerable<Measurement<double>> Seconds(Func<IEnumerable<QueueReading>, double> value) =>
        ByName().Select(queues => new Measurement<double>(value(queues), Labels(queues.Key)));

    private static IEnumerable<Measurement<long>> Depths() =>
        from queues in ByName()
        from depth in queues.SelectMany(reading => reading.Depths).GroupBy(depth => depth.Priority, depth => (long)depth.Count)
        select new Measurement<long>(depth.Sum(), [.. Labels(queues.Key), new("priority", depth.Key)]);

    private static IEnumerable<IGrouping<string, QueueReading>> ByName() => s_queues.Keys.GroupBy(queue => queue.Name, queue => queue.Read());

    private static KeyValuePair<string, object?>[] Labels(string name) => [new("name", name), new("controller", name)];
}
