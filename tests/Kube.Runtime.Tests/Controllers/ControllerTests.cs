using System.Collections.Concurrent;
using Kube.Runtime.Controllers;
using Kube.Runtime.Tests.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Kube.Runtime.Tests.Controllers;

public sealed class ControllerTests
{
    private static readonly ObjectKey s_key = new("ns", "a");

    private readonly FakeTimeProvider _time = new();
    private readonly RecordingLogger _log = new();

    [Fact]
    public async Task A_key_is_never_processed_twice_at_once()
    {
        var running = new ConcurrentDictionary<ObjectKey, bool>();
        var overlaps = 0;
        var count = 0;
        await using var run = Run(new() { Workers = 8 }, async (key, _) =>
        {
            overlaps += running.TryAdd(key, true) ? 0 : 1;
            await Task.Yield();
            running.TryRemove(new KeyValuePair<ObjectKey, bool>(key, true));
            Interlocked.Increment(ref count);
            return ReconcileResult.Done;
        });

        for (var i = 0; i < 5000; i++)
        {
            run.Controller.Queue.Add(new("ns", $"{i % 3}"));
        }

        await Until(() => run.Controller.Queue is { Count: 0, ProcessingCount: 0 });
        Assert.Equal(0, overlaps);
        Assert.True(count >= 3);
    }

    [Fact]
    public async Task Different_keys_are_processed_at_the_same_time_by_as_many_workers_as_wanted()
    {
        var inside = 0;
        var release = new TaskCompletionSource();
        await using var run = Run(new() { Workers = 3 }, async (_, _) =>
        {
            Interlocked.Increment(ref inside);
            await release.Task;
            return ReconcileResult.Done;
        });
        for (var i = 0; i < 5; i++)
        {
            run.Controller.Queue.Add(new("ns", $"{i}"));
        }

        await Until(() => inside == 3);
        Assert.Equal(2, run.Controller.Queue.Count);
        release.SetResult();
        await Until(() => inside == 5);
    }

    [Fact]
    public async Task An_exception_is_logged_with_its_key_and_tried_again_with_back_off()
    {
        var count = 0;
        await using var run = Run(new(), (_, _) => ++count < 3 ? throw new InvalidOperationException("broken") : Task.FromResult(ReconcileResult.Done));
        run.Controller.Queue.Add(s_key);

        await Until(() => run.Controller.Queue.DelayedCount == 1);
        Assert.Contains(_log.Lines, line => line.Contains("ns/a", StringComparison.Ordinal) && line.Contains("0.005 s", StringComparison.Ordinal));
        _time.Advance(TimeSpan.FromMilliseconds(5));
        await Until(() => count == 2 && run.Controller.Queue.DelayedCount == 1);
        Assert.Equal(2, run.Controller.Queue.FailuresOf(s_key));
        _time.Advance(TimeSpan.FromMilliseconds(10));
        await Until(() => count == 3 && run.Controller.Queue.ProcessingCount == 0);
        Assert.Equal(0, run.Controller.Queue.FailuresOf(s_key));
    }

    [Fact]
    public async Task After_looks_again_at_the_wanted_time()
    {
        var count = 0;
        await using var run = Run(new(), (_, _) => Task.FromResult(++count == 1 ? ReconcileResult.After(TimeSpan.FromMinutes(5)) : ReconcileResult.Done));
        run.Controller.Queue.Add(s_key);
        await Until(() => run.Controller.Queue.DelayedCount == 1);

        _time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, count);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await Until(() => count == 2);
    }

    [Fact]
    public async Task A_pending_look_survives_a_success_that_asks_for_none()
    {
        var count = 0;
        await using var run = Run(new(), (_, _) => Task.FromResult(++count == 1 ? ReconcileResult.After(TimeSpan.FromMinutes(5)) : ReconcileResult.Done));
        run.Controller.Queue.Add(s_key);
        await Until(() => run.Controller.Queue.DelayedCount == 1);
        run.Controller.Queue.Add(s_key);
        await Until(() => count == 2);

        _time.Advance(TimeSpan.FromMinutes(5));
        await Until(() => count == 3);
    }

    [Fact]
    public async Task Retry_backs_off_and_logs_its_reason()
    {
        var count = 0;
        await using var run = Run(new(), (_, _) => Task.FromResult(++count == 1 ? ReconcileResult.Retry("the cache lags") : ReconcileResult.Done));
        run.Controller.Queue.Add(s_key);
        await Until(() => run.Controller.Queue.DelayedCount == 1);

        Assert.Contains(_log.Lines, line => line.Contains("the cache lags", StringComparison.Ordinal));
        _time.Advance(TimeSpan.FromMilliseconds(5));
        await Until(() => count == 2);
    }

    [Fact]
    public async Task A_reconcile_that_takes_too_long_is_cancelled_and_tried_again()
    {
        var count = 0;
        await using var run = Run(new() { ReconcileTimeout = TimeSpan.FromSeconds(10) }, async (_, token) =>
        {
            if (++count == 1)
            {
                await Task.Delay(Timeout.Infinite, token);
            }

            return ReconcileResult.Done;
        });
        run.Controller.Queue.Add(s_key);
        await Until(() => count == 1);
        _time.Advance(TimeSpan.FromSeconds(10));
        await Until(() => run.Controller.Queue.DelayedCount == 1);

        Assert.Contains(_log.Lines, line => line.Contains("longer than 10 s", StringComparison.Ordinal));
        _time.Advance(TimeSpan.FromMilliseconds(5));
        await Until(() => count == 2);
    }

    [Fact]
    public async Task A_stop_waits_for_running_reconciles_and_begins_no_other()
    {
        var release = new TaskCompletionSource();
        var (begun, ended) = (0, 0);
        await using var run = Run(new(), async (_, token) =>
        {
            begun++;
            await release.Task;
            token.ThrowIfCancellationRequested();
            ended++;
            return ReconcileResult.Done;
        });
        run.Controller.Queue.Add(s_key);
        run.Controller.Queue.Add(new("ns", "b"));
        await Until(() => begun == 1);

        var stopping = run.StopAsync();
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(stopping.IsCompleted);
        release.SetResult();
        await stopping;
        Assert.Equal((1, 1), (begun, ended));
    }

    [Fact]
    public async Task A_reconcile_that_outlives_the_stop_deadline_is_cancelled()
    {
        var cancelled = false;
        var begun = false;
        await using var run = Run(new() { StopDeadline = TimeSpan.FromSeconds(20) }, async (_, token) =>
        {
            begun = true;
            using var registration = token.Register(() => cancelled = true);
            await Task.Delay(Timeout.Infinite, token);
            return ReconcileResult.Done;
        });
        run.Controller.Queue.Add(s_key);
        await Until(() => begun);

        var stopping = run.StopAsync();
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(cancelled);
        await Until(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(20));
            return stopping.IsCompleted;
        });
        Assert.True(cancelled);
    }

    private ControllerRun Run(ControllerOptions options, Func<ObjectKey, CancellationToken, Task<ReconcileResult>> reconcile) =>
        new(new Controller(new("test"), new DelegateReconciler(reconcile), options, _log, _time));

    private static Task Until(Func<bool> condition) => ControllerRun.Until(condition);
}
