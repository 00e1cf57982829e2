using System.Diagnostics;
using Kube.Runtime.Controllers;
using Kube.Runtime.Queueing;
using Kube.Runtime.Telemetry;
using Kube.Runtime.Tests.Controllers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Kube.Runtime.Tests.Telemetry;

/// <summary>The metrics of queues and controllers have the names, labels and meanings that dashboards of controller-runtime expect.</summary>
public sealed class RuntimeMetricsTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly PrometheusExporter _exporter = new();

    public void Dispose() => _exporter.Dispose();

    [Fact]
    public async Task Queues_tell_depth_by_priority_adds_retries_and_durations()
    {
        const string Labels = """{name="metered",controller="metered"}""";
        using var queue = new WorkQueue<string>(new() { Name = "metered" }, _time);
        queue.Add("a");
        queue.Add("a");
        queue.Add("b", QueuePriority.Low);
        queue.AddRateLimited("c");
        _time.Advance(TimeSpan.FromMilliseconds(3));

        Assert.Equal(1, _exporter.Value("""workqueue_depth{name="metered",controller="metered",priority="0"}"""));
        Assert.Equal(1, _exporter.Value("""workqueue_depth{name="metered",controller="metered",priority="-100"}"""));
        Assert.Equal((2, 1), (_exporter.Value("workqueue_adds_total" + Labels), _exporter.Value("workqueue_retries_total" + Labels)));
        await queue.TakeAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await queue.TakeAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(4.001, _exporter.Value("workqueue_unfinished_work_seconds" + Labels)!.Value, 6);
        Assert.Equal(2.001, _exporter.Value("workqueue_longest_running_processor_seconds" + Labels)!.Value, 6);
        queue.Done("a");
        Assert.Equal(2.001, _exporter.Value("workqueue_work_duration_seconds_sum" + Labels)!.Value, 6);
        Assert.Equal(2, _exporter.Value("workqueue_queue_duration_seconds_count" + Labels));
        Assert.Equal(0, _exporter.Value("""workqueue_queue_duration_seconds_bucket{name="metered",controller="metered",le="0.001"}"""));
        Assert.Equal(2, _exporter.Value("""workqueue_queue_duration_seconds_bucket{name="metered",controller="metered",le="0.01"}"""));
        Assert.NotNull(_exporter.Value("""workqueue_queue_duration_seconds_bucket{name="metered",controller="metered",le="1e-08"}"""));
    }

    [Fact]
    public void Queues_of_one_name_are_told_as_one_and_those_that_are_gone_not_at_all()
    {
        const string Adds = """workqueue_adds_total{name="twins",controller="twins"}""";
        var queues = Enumerable.Range(0, 2).Select(_ => new WorkQueue<int>(new() { Name = "twins" }, _time)).ToList();
        queues[0].Add(1);
        queues[1].Add(1);

        Assert.Equal(2, _exporter.Value(Adds));
        queues.ForEach(queue => queue.Dispose());
        Assert.Null(_exporter.Value(Adds));
    }

    [Fact]
    public async Task Controllers_tell_results_errors_panics_timeouts_and_workers()
    {
        var controller = new Controller(new("counted"), new DelegateReconciler(ReconcileAsync), new() { Workers = 3, ReconcileTimeout = TimeSpan.FromSeconds(9) }, NullLogger.Instance, _time);
        await using var run = new ControllerRun(controller);
        Assert.Equal(0, Value("controller_runtime_reconcile_panics_total"));
        Assert.Equal(3, Value("controller_runtime_max_concurrent_reconciles"));
        foreach (var name in new[] { "done", "after", "retry", "terminal", "throws", "thrown terminal", "panic" })
        {
            controller.Queue.Add(new("ns", name));
        }

        await ControllerRun.Until(() => controller.Queue is { Count: 0, ProcessingCount: 0 });
        Assert.Equal((1, 1, 1), (Result("success"), Result("requeue_after"), Result("requeue")));
        Assert.Equal((4, 4), (Result("error"), Value("controller_runtime_reconcile_errors_total")));
        Assert.Equal((2, 1), (Value("controller_runtime_terminal_reconcile_errors_total"), Value("controller_runtime_reconcile_panics_total")));
        controller.Queue.Add(new("ns", "slow"));
        await ControllerRun.Until(() => Value("controller_runtime_active_workers") == 1);
        _time.Advance(TimeSpan.FromSeconds(9));
        await ControllerRun.Until(() => Value("controller_runtime_reconcile_timeouts_total") == 1 && Value("controller_runtime_active_workers") == 0);

        Assert.True(Value("controller_runtime_reconcile_time_seconds_count") >= 8);
        Assert.NotNull(_exporter.Value("""controller_runtime_reconcile_time_seconds_bucket{controller="counted",le="0.35"}"""));
        Assert.NotNull(_exporter.Value("""workqueue_depth{name="counted",controller="counted",priority="0"}"""));
    }

    private double? Value(string name) => _exporter.Value($$"""{{name}}{controller="counted"}""");

    private double? Result(string result) => _exporter.Value($$"""controller_runtime_reconcile_total{controller="counted",result="{{result}}"}""");

    private static async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken token)
    {
        switch (key.Name)
        {
            case "after":
                return ReconcileResult.After(TimeSpan.FromHours(1));
            case "retry":
                return ReconcileResult.Retry("not yet");
            case "terminal":
                return ReconcileResult.Terminal("never");
            case "throws":
                throw new InvalidOperationException("broken");
            case "thrown terminal":
                throw new TerminalException("never");
            case "panic":
                throw new UnreachableException("bug");
            case "slow":
                await Task.Delay(Timeout.Infinite, token);
                break;
        }

        return ReconcileResult.Done;
    }
}
