using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Kube.Runtime.Controllers;

namespace Kube.Runtime.Telemetry;

/// <summary>The metrics <c>controller_runtime_*</c> of reconciles. Controllers of one name are reported together.</summary>
internal static class ControllerMetrics
{
    private static readonly ConcurrentDictionary<ControllerStats, bool> s_controllers = new(ReferenceEqualityComparer.Instance);

    private static readonly Histogram<double> s_time = RuntimeMeter.Histogram(
        "controller_runtime_reconcile_time_seconds",
        "Seconds that a reconcile takes.",
        .005, .01, .025, .05, .1, .15, .2, .25, .3, .35, .4, .45, .5, .6, .7, .8, .9, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9, 10,
        15, 20, 25, 30, 40, 50, 60);

    static ControllerMetrics()
    {
        RuntimeMeter.Instance.CreateObservableCounter("controller_runtime_reconcile_total", Results, description: "Reconciles, by their result.");
        Counter("controller_runtime_reconcile_errors_total", "Reconciles that failed.", stats => stats.Errors);
        Counter("controller_runtime_terminal_reconcile_errors_total", "Reconciles that failed in a way that no retry mends.", stats => stats.TerminalErrors);
        Counter("controller_runtime_reconcile_panics_total", "Reconciles that failed by a bug of the reconciler.", stats => stats.Panics);
        Counter("controller_runtime_reconcile_timeouts_total", "Reconciles that took longer than allowed.", stats => stats.Timeouts);
        Gauge("controller_runtime_max_concurrent_reconciles", "Reconciles that may run at the same time.", stats => stats.Workers);
        Gauge("controller_runtime_active_workers", "Reconciles that run now.", stats => stats.Active);
    }

    public static void Register(ControllerStats stats) => s_controllers[stats] = true;

    public static void Unregister(ControllerStats stats) => s_controllers.TryRemove(stats, out _);

    public static void Reconciled(string controller, TimeSpan elapsed)
    {
        if (s_time.Enabled)
        {
            s_time.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("controller", controller));
        }
    }

    private static void Counter(string name, string description, Func<ControllerStats, long> value) =>
        RuntimeMeter.Instance.CreateObservableCounter(name, () => Sums(value), description: description);

    private static void Gauge(string name, string description, Func<ControllerStats, long> value) =>
        RuntimeMeter.Instance.CreateObservableGauge(name, () => Sums(value), description: description);

    private static IEnumerable<Measurement<long>> Sums(Func<ControllerStats, long> value) =>
        from controllers in s_controllers.Keys.GroupBy(stats => stats.Name)
        select new Measurement<long>(controllers.Sum(value), new KeyValuePair<string, object?>("controller", controllers.Key));

    private static IEnumerable<Measurement<long>> Results() =>
        from controllers in s_controllers.Keys.GroupBy(stats => stats.Name)
        from result in controllers.SelectMany(stats => stats.Results).GroupBy(result => result.Result, result => result.Count)
        select new Measurement<long>(result.Sum(), new("controller", controllers.Key), new KeyValuePair<string, object?>("result", result.Key));
}
