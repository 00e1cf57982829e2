using Kube.Runtime.Controllers;
using Kube.Runtime.Watching;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Kube.Runtime.Tests.Controllers;

public sealed class CacheSyncTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Without_its_caches_a_controller_gives_up_after_two_minutes_and_says_which_and_why()
    {
        var informers = new StuckInformer[] { new("pods", new("Cannot list pods: grant it.", new(0, "", ""), default)), new("services", null), new("nodes", null) { IsSynced = true } };
        var running = Start(informers);
        _time.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromMilliseconds(1));
        Assert.False(running.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        var e = await Assert.ThrowsAsync<TimeoutException>(() => running.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        Assert.Contains("Controller sync has waited 120 s for its caches.", e.Message, StringComparison.Ordinal);
        Assert.Contains("pods: Cannot list pods: grant it.", e.Message, StringComparison.Ordinal);
        Assert.Contains("services: no request has failed", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nodes", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_is_reconciled_before_all_caches_are_in_sync()
    {
        var count = 0;
        var informer = new StuckInformer("pods", null);
        using var controller = NewController([informer], () => count++);
        controller.Queue.Add(new("n", "a"));
        await using var run = new ControllerRun(controller);
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Equal(0, count);

        informer.IsSynced = true;
        await ControllerRun.Until(() => count == 1);
    }

    private Task Start(IReadOnlyList<IInformer> informers) => NewController(informers, () => { }).RunAsync(TestContext.Current.CancellationToken);

    private Controller NewController(IReadOnlyList<IInformer> informers, Action reconciled) => new(
        new("sync") { Informers = informers },
        new DelegateReconciler((_, _) =>
        {
            reconciled();
            return Task.FromResult(ReconcileResult.Done);
        }),
        new(),
        NullLogger.Instance,
        _time);

    private sealed class StuckInformer(string plural, WatchFailure? failure) : IInformer
    {
        private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsSynced
        {
            get => _synced.Task.IsCompleted;
            set => _ = value && _synced.TrySetResult();
        }

        public ResourceDefinition Resource { get; } = new("", "v1", "Kind", plural);

        public bool HasSynced => IsSynced;

        public WatchFailure? Failure => failure;

        public Task WaitForSyncAsync(CancellationToken cancellationToken) => _synced.Task.WaitAsync(cancellationToken);
    }
}
