using Kube.Runtime.Queueing;
using Microsoft.Extensions.Time.Testing;

namespace Kube.Runtime.Tests.Queueing;

public sealed class WorkQueueTests : IDisposable
{
    private static readonly TimeSpan s_tick = TimeSpan.FromTicks(1);

    private readonly FakeTimeProvider _time = new();
    private readonly WorkQueue<string> _queue;

    public WorkQueueTests() => _queue = new WorkQueue<string>(time: _time);

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void Keys_leave_in_the_order_they_came()
    {
        _queue.Add("b");
        _queue.Add("a");
        _queue.Add("c");

        Assert.Equal(["b", "a", "c"], [Take(), Take(), Take()]);
    }

    [Fact]
    public void A_waiting_key_waits_once()
    {
        _queue.Add("a");
        _queue.Add("a");

        Assert.Equal(1, _queue.Count);
    }

    [Fact]
    public void A_key_added_while_processed_is_processed_once_more_and_only_after_done()
    {
        _queue.Add("a");
        Take();
        _queue.Add("a");
        _queue.Add("a");
        Assert.Equal(0, _queue.Count);

        _queue.Done("a");
        Assert.Equal("a", Take());
        _queue.Done("a");
        Assert.Equal(0, _queue.Count);
    }

    [Fact]
    public void A_delayed_key_comes_when_it_is_due_and_not_before()
    {
        _queue.AddAfter("a", TimeSpan.FromSeconds(5));
        _time.Advance(TimeSpan.FromSeconds(5) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, _queue.Count);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("a", Take());
    }

    [Theory]
    [InlineData(3, 9)]
    [InlineData(9, 3)]
    public void Of_two_delays_the_earlier_holds_and_the_later_is_dropped(int first, int second)
    {
        _queue.AddAfter("a", TimeSpan.FromSeconds(first));
        _queue.AddAfter("a", TimeSpan.FromSeconds(second));

        _time.Advance(TimeSpan.FromSeconds(3));
        Take();
        _queue.Done("a");
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(0, _queue.Count);
    }

    [Fact]
    public void A_pending_delay_survives_an_immediate_add_and_forget()
    {
        _queue.AddAfter("a", TimeSpan.FromSeconds(5));
        _queue.Add("a");
        Take();
        _queue.Forget("a");
        _queue.Done("a");

        Assert.Equal(1, _queue.DelayedCount);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("a", Take());
    }

    [Fact]
    public void Failures_double_the_delay_from_5_ms_to_1000_s_and_forget_starts_over()
    {
        var delays = Enumerable.Range(0, 20).Select(_ => _queue.AddRateLimited("a").TotalMilliseconds).ToArray();
        Assert.Equal([5, 10, 20, 40, 80], delays[..5]);
        Assert.Equal(655_360, delays[17]);
        Assert.Equal([1_000_000, 1_000_000], delays[18..]);
        Assert.Equal(20, _queue.FailuresOf("a"));

        _queue.Forget("a");
        Assert.Equal(5, _queue.AddRateLimited("a").TotalMilliseconds);
        Assert.Equal(5, _queue.AddRateLimited("b").TotalMilliseconds);
    }

    [Fact]
    public void Back_off_never_overflows()
    {
        for (var i = 0; i < 5000; i++)
        {
            Assert.InRange(_queue.AddRateLimited("a"), s_tick, TimeSpan.FromSeconds(1000));
        }
    }

    [Fact]
    public async Task A_taker_waits_for_a_key()
    {
        var taking = _queue.TakeAsync(TestContext.Current.CancellationToken).AsTask();
        Assert.False(taking.IsCompleted);
        _queue.Add("a");

        Assert.Equal("a", await taking);
    }

    [Fact]
    public async Task A_cancelled_taker_takes_nothing()
    {
        using var cancel = new CancellationTokenSource();
        var taking = _queue.TakeAsync(cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => taking);

        _queue.Add("a");
        Assert.Equal("a", Take());
    }

    [Fact]
    public async Task After_shut_down_waiting_keys_are_still_handed_out_then_every_taker_meets_the_end()
    {
        _queue.Add("a");
        _queue.AddAfter("late", TimeSpan.FromSeconds(1));
        _queue.ShutDown();
        _queue.Add("b");
        _queue.AddAfter("c", TimeSpan.Zero);
        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("a", Take());
        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<WorkQueueClosedException>(async () => await _queue.TakeAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Shut_down_wakes_all_waiting_takers()
    {
        var takers = Enumerable.Range(0, 5).Select(_ => _queue.TakeAsync(TestContext.Current.CancellationToken).AsTask()).ToArray();
        _queue.ShutDown();

        foreach (var taker in takers)
        {
            await Assert.ThrowsAsync<WorkQueueClosedException>(() => taker);
        }
    }

    [Fact]
    public async Task The_queue_is_drained_when_the_last_key_is_given_back()
    {
        _queue.Add("a");
        Take();
        _queue.ShutDown();
        var drained = _queue.WaitForDrainAsync(TestContext.Current.CancellationToken);
        Assert.False(drained.IsCompleted);

        _queue.Done("a");
        await drained.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    private string Take()
    {
        var taking = _queue.TakeAsync(CancellationToken.None).AsTask();
        Assert.True(taking.IsCompleted, "No key waits.");
        return taking.Result;
    }
}
