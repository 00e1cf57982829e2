using System.Threading.Channels;
using k8s.Models;
using Kube.Runtime.Controllers;
using Kube.Runtime.Queueing;
using Kube.Runtime.Tests.Server;
using Kube.Runtime.Watching;
using Microsoft.Extensions.Time.Testing;

namespace Kube.Runtime.Tests.Controllers;

/// <summary>What wakes a controller, and how urgently.</summary>
public sealed class ControllerTriggerTests
{
    private readonly TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_there_at_the_start_waits_behind_what_changes()
    {
        await using var server = await ServerAsync();
        using var transport = server.Transport();
        var informer = new Informer<V1Pod>(transport, BuiltInResources.Pods);
        using var queue = new WorkQueue<ObjectKey>();
        using var subscription = Handler(informer, queue).Subscribe();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = informer.RunAsync(stop.Token);
        await informer.WaitForSyncAsync(Token);

        Assert.Equal([QueuePriority.Low, QueuePriority.Low], [queue.PriorityOf(new("n", "a")), queue.PriorityOf(new("n", "b"))]);
        _change.SetResult();
        await ControllerRun.Until(() => queue.PriorityOf(new("n", "b")) == QueuePriority.Normal && queue.Count == 3);
        Assert.Equal(QueuePriority.Low, queue.PriorityOf(new("n", "a")));
        Assert.Equal(QueuePriority.Normal, queue.PriorityOf(new("n", "c")));

        // Who subscribes to a cache that is filled already is told of the past, too.
        using var late = new WorkQueue<ObjectKey>();
        using var lateSubscription = Handler(informer, late).Subscribe();
        Assert.Equal((3, QueuePriority.Low), (late.Count, late.PriorityOf(new("n", "c"))));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public void A_look_without_a_change_may_wait()
    {
        using var transport = new Kube.Runtime.Client.ApiTransport(new() { Server = new("http://127.0.0.1:1") });
        using var queue = new WorkQueue<ObjectKey>();
        var handler = Handler(new Informer<V1Pod>(transport, BuiltInResources.Pods), queue);
        var pod = new V1Pod { Metadata = new() { Name = "a", NamespaceProperty = "n", ResourceVersion = "7" } };

        handler.OnUpdated(pod, pod);
        Assert.Equal(QueuePriority.Low, queue.PriorityOf(new("n", "a")));
        handler.OnUpdated(pod, new() { Metadata = new() { Name = "a", NamespaceProperty = "n", ResourceVersion = "8" } });
        Assert.Equal(QueuePriority.Normal, queue.PriorityOf(new("n", "a")));
    }

    [Fact]
    public async Task Keys_from_outside_wake_the_reconciler()
    {
        var keys = Channel.CreateUnbounded<ObjectKey>();
        var seen = new List<ObjectKey>();
        await using var run = await RunAsync(builder => builder.Watches(keys.Reader), seen.Add);
        await keys.Writer.WriteAsync(new("far", "away"), Token);
        await ControllerRun.Until(() => seen.Contains(new("far", "away")));

        // A channel that has no more to say is no fault.
        keys.Writer.Complete();
        await Task.Delay(50, Token);
        Assert.False(run.Run.Running.IsCompleted);
    }

    [Fact]
    public async Task A_signal_wakes_the_reconciler_for_every_object()
    {
        var signals = Channel.CreateUnbounded<bool>();
        var seen = new List<ObjectKey>();
        await using var run = await RunAsync(builder => builder.ReconcileAllOn(signals.Reader), seen.Add);
        await ControllerRun.Until(() => seen.Count == 2);
        await signals.Writer.WriteAsync(true, Token);
        await ControllerRun.Until(() => seen.Count == 4);

        Assert.Equal(2, seen.Count(key => key == new ObjectKey("n", "a")));
    }

    [Fact]
    public async Task A_source_that_fails_is_the_end_of_the_controller()
    {
        await using var run = await RunAsync(builder => builder.Source((_, _) => throw new InvalidOperationException("the source broke")), _ => { });

        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => run.Run.Running.WaitAsync(TimeSpan.FromSeconds(20), Token));
        Assert.Equal("the source broke", e.Message);
    }

    [Fact]
    public void A_burst_of_changes_is_one_reconcile_when_debounced()
    {
        var time = new FakeTimeProvider();
        using var queue = new WorkQueue<ObjectKey>(time: time);
        var sink = new KeySink(queue, TimeSpan.FromMilliseconds(100));
        for (var i = 0; i < 10; i++)
        {
            sink.Add(new("n", "a"));
            time.Advance(TimeSpan.FromMilliseconds(9));
        }

        Assert.Equal((0, 1), (queue.Count, queue.DelayedCount));
        time.Advance(TimeSpan.FromMilliseconds(10));
        Assert.Equal((1, 0), (queue.Count, queue.DelayedCount));
    }

    [Fact]
    public async Task A_trigger_says_how_urgent_its_changes_are_and_whether_they_wait_for_others()
    {
        var time = new FakeTimeProvider();
        using var transport = new Kube.Runtime.Client.ApiTransport(new() { Server = new("http://127.0.0.1:1") });
        using var queue = new WorkQueue<ObjectKey>(time: time);
        var informer = new Informer<V1Pod>(transport, BuiltInResources.Pods);
        var sink = new KeySink(queue, TimeSpan.Zero);
        var urgent = new EnqueueHandler<V1Pod>(informer, sink, pod => [BuiltInResources.Pods.KeyOf(pod)], null)
        {
            Trigger = new() { Priority = QueuePriority.High, Debounce = TimeSpan.FromMilliseconds(100) },
        };
        sink.Add(new("n", "new"));
        urgent.OnDeleted(new() { Metadata = new() { Name = "begun", NamespaceProperty = "n" } });

        Assert.Equal((1, 1), (queue.Count, queue.DelayedCount));
        time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal((2, 0), (queue.Count, queue.DelayedCount));
        Assert.Equal(QueuePriority.High, queue.PriorityOf(new("n", "begun")));
        Assert.Equal(new("n", "begun"), await queue.TakeAsync(Token));
    }

    private static EnqueueHandler<V1Pod> Handler(Informer<V1Pod> informer, WorkQueue<ObjectKey> queue) =>
        new(informer, new KeySink(queue, TimeSpan.Zero), pod => [BuiltInResources.Pods.KeyOf(pod)], null);

    private Task<FaultServer> ServerAsync() => FaultServer.StartAsync(async (_, context) =>
    {
        if (!context.IsWatch())
        {
            await context.PodsAsync(5, Answers.Pod("a", 1), Answers.Pod("b", 2));
            return;
        }

        await _change.Task.WaitAsync(context.RequestAborted);
        await context.EventAsync("MODIFIED", Answers.Pod("b", 6));
        await context.EventAsync("ADDED", Answers.Pod("c", 7));
        await context.HangAsync();
    });

    private async Task<PodRun> RunAsync(Action<ControllerBuilder> configure, Action<ObjectKey> seen)
    {
        var server = await ServerAsync();
        var transport = server.Transport();
        var informer = new Informer<V1Pod>(transport, BuiltInResources.Pods);
        var builder = new ControllerBuilder("triggers").For(informer);
        configure(builder);
        return new(server, transport, informer, builder.Build(new DelegateReconciler((key, _) =>
        {
            seen(key);
            return Task.FromResult(ReconcileResult.Done);
        })));
    }

    private sealed class PodRun : IAsyncDisposable
    {
        private readonly FaultServer _server;
        private readonly Kube.Runtime.Client.ApiTransport _transport;
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _informing;

        public PodRun(FaultServer server, Kube.Runtime.Client.ApiTransport transport, Informer<V1Pod> informer, Controller controller)
        {
            (_server, _transport) = (server, transport);
            _informing = informer.RunAsync(_stop.Token);
            Run = new ControllerRun(controller);
        }

        public ControllerRun Run { get; }

        public async ValueTask DisposeAsync()
        {
            await Run.DisposeAsync();
            await _stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _informing);
            _transport.Dispose();
            _stop.Dispose();
            await _server.DisposeAsync();
        }
    }
}
