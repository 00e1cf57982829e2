using Kube.Runtime.Controllers;
using Kube.Runtime.Queueing;
using Kube.Runtime.Tests.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Kube.Runtime.Tests.Controllers;

/// <summary>What becomes of a key after each outcome, whatever the reconciler does.</summary>
public sealed class ReconcileOutcomeTests
{
    private static readonly ObjectKey s_key = new("ns", "a");
    private static readonly ObjectKey s_other = new("ns", "b");

    private readonly FakeTimeProvider _time = new();
    private readonly RecordingLogger _log = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_terminal_failure_is_logged_and_waits_for_a_change(bool isThrown)
    {
        var count = 0;
        await using var run = Run(new(), (_, _) =>
        {
            count++;
            return isThrown ? throw new TerminalException("the spec contradicts itself") : Task.FromResult(ReconcileResult.Terminal("the spec contradicts itself"));
        });
        run.Controller.Queue.Add(s_key);
        await ControllerRun.Until(() => count == 1 && run.Controller.Queue.ProcessingCount == 0);

        Assert.Equal((0, 0), (run.Controller.Queue.DelayedCount, run.Controller.Queue.FailuresOf(s_key)));
        Assert.Contains(_log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("ns/a: failed, and not again before something changes: the spec contradicts itself", StringComparison.Ordinal));
        _time.Advance(TimeSpan.FromHours(1));
        run.Controller.Queue.Add(s_key);
        await ControllerRun.Until(() => count == 2);
    }

    [Fact]
    public async Task A_panic_is_contained_and_other_keys_go_on()
    {
        var others = 0;
        await using var run = Run(new(), (key, _) =>
        {
            if (key == s_key)
            {
                string? nothing = null;
                return Task.FromResult(ReconcileResult.Retry(nothing!.Trim()));
            }

            others++;
            return Task.FromResult(ReconcileResult.Done);
        });
        run.Controller.Queue.Add(s_key);
        run.Controller.Queue.Add(s_other);
        await ControllerRun.Until(() => others == 1 && run.Controller.Queue.DelayedCount == 1);

        Assert.False(run.Running.IsCompleted);
        Assert.Equal(1, run.Controller.Queue.FailuresOf(s_key));
    }

    [Theory]
    [InlineData(ReconcileOutcome.After)]
    [InlineData(ReconcileOutcome.Retry)]
    [InlineData(null)]
    public async Task A_key_comes_again_at_the_priority_at_which_it_was_taken(ReconcileOutcome? outcome)
    {
        var count = 0;
        var release = new TaskCompletionSource();
        await using var run = Run(new(), async (key, _) =>
        {
            if (key == s_other)
            {
                await release.Task;
                return ReconcileResult.Done;
            }

            return ++count > 1 ? ReconcileResult.Done : outcome switch
            {
                ReconcileOutcome.After => ReconcileResult.After(TimeSpan.FromMilliseconds(5)),
                ReconcileOutcome.Retry => ReconcileResult.Retry("later"),
                _ => throw new InvalidOperationException("broken"),
            };
        });
        run.Controller.Queue.Add(s_key, QueuePriority.Low);
        await ControllerRun.Until(() => run.Controller.Queue.DelayedCount == 1);

        // The only worker is kept busy, so that the key is seen waiting.
        run.Controller.Queue.Add(s_other);
        await ControllerRun.Until(() => run.Controller.Queue is { ProcessingCount: 1, Count: 0 });
        _time.Advance(TimeSpan.FromMilliseconds(5));
        await ControllerRun.Until(() => run.Controller.Queue.Count == 1);
        Assert.Equal(QueuePriority.Low, run.Controller.Queue.PriorityOf(s_key));
        release.SetResult();
        await ControllerRun.Until(() => count == 2);
    }

    [Fact]
    public async Task Abandoned_reconciles_are_cancelled_at_once()
    {
        var cancelled = false;
        await using var run = Run(new() { StopDeadline = TimeSpan.FromHours(1) }, async (_, token) =>
        {
            await using var registration = token.Register(() => cancelled = true);
            await Task.Delay(Timeout.Infinite, token);
            return ReconcileResult.Done;
        });
        run.Controller.Queue.Add(s_key);
        await ControllerRun.Until(() => run.Controller.Queue.ProcessingCount == 1);

        run.Controller.Abandon();
        await ControllerRun.Until(() => cancelled && run.Controller.Queue.ProcessingCount == 0);
        Assert.Equal(0, run.Controller.Queue.DelayedCount);
    }

    private ControllerRun Run(ControllerOptions options, Func<ObjectKey, CancellationToken, Task<ReconcileResult>> reconcile) =>
        new(new Controller(new("outcomes"), new DelegateReconciler(reconcile), options, _log, _time));
}
