using Kube.Runtime.Queueing;
using Microsoft.Extensions.Time.Testing;

namespace Kube.Runtime.Tests.Queueing;

/// <summary>The limit that all keys share, as in client-go's default for controllers: the longer of the key's own delay and the common one.</summary>
public sealed class WorkQueueRetryLimitTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_hundred_retries_pass_and_further_ones_come_ten_a_second()
    {
        using var queue = new WorkQueue<int>(time: _time);
        var delays = Enumerable.Range(0, 120).Select(key => queue.AddRateLimited(key)).ToList();

        Assert.All(delays[..100], delay => Assert.Equal(TimeSpan.FromMilliseconds(5), delay));
        Assert.Equal(Enumerable.Range(1, 20).Select(n => TimeSpan.FromMilliseconds(100 * n)), delays[100..]);
    }

    [Fact]
    public void The_limit_recovers_with_time_but_not_beyond_its_burst()
    {
        using var queue = new WorkQueue<int>(time: _time);
        for (var key = 0; key < 150; key++)
        {
            queue.AddRateLimited(key);
        }

        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(Enumerable.Repeat(5.0, 10), Enumerable.Range(200, 10).Select(key => queue.AddRateLimited(key).TotalMilliseconds));
        Assert.Equal(100, queue.AddRateLimited(300).TotalMilliseconds);

        _time.Advance(TimeSpan.FromHours(1));
        var delays = Enumerable.Range(400, 101).Select(key => queue.AddRateLimited(key).TotalMilliseconds).ToList();
        Assert.All(delays[..100], delay => Assert.Equal(5, delay));
        Assert.Equal(100, delays[100]);
    }

    [Fact]
    public void Other_additions_are_not_limited()
    {
        using var queue = new WorkQueue<int>(new() { RetryBurst = 1 }, _time);
        for (var key = 0; key < 1000; key++)
        {
            queue.Add(key);
            queue.AddAfter(key + 1000, TimeSpan.FromMilliseconds(1));
        }

        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(2000, queue.Count);
    }

    [Fact]
    public void The_limit_can_be_lifted()
    {
        using var queue = new WorkQueue<int>(new() { RetriesPerSecond = null }, _time);

        Assert.All(Enumerable.Range(0, 1000), key => Assert.Equal(TimeSpan.FromMilliseconds(5), queue.AddRateLimited(key)));
    }

    [Fact]
    public void A_keys_own_back_off_holds_when_it_is_longer()
    {
        using var queue = new WorkQueue<string>(time: _time);
        var delays = Enumerable.Range(0, 10).Select(_ => queue.AddRateLimited("a").TotalMilliseconds);

        Assert.Equal([5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560], delays);
    }
}
