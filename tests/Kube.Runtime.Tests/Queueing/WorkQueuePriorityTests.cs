using Kube.Runtime.Queueing;
using Microsoft.Extensions.Time.Testing;

namespace Kube.Runtime.Tests.Queueing;

public sealed class WorkQueuePriorityTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly WorkQueue<string> _queue;

    public WorkQueuePriorityTests() => _queue = new WorkQueue<string>(time: _time);

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void Changes_come_before_what_was_there_at_the_start()
    {
        _queue.Add("old 1", QueuePriority.Low);
        _queue.Add("old 2", QueuePriority.Low);
        _queue.Add("changed 1");
        _queue.Add("changed 2");

        Assert.Equal(["changed 1", "changed 2", "old 1", "old 2"], TakeAll());
    }

    [Fact]
    public void The_highest_asked_priority_holds()
    {
        _queue.Add("a", QueuePriority.Low);
        _queue.Add("b", QueuePriority.Low);
        _queue.Add("c");
        _queue.Add("b");
        _queue.Add("b", QueuePriority.Low);

        Assert.Equal(["c", "b", "a"], TakeAll());
    }

    [Fact]
    public void A_key_added_while_processed_comes_again_at_the_highest_priority_asked_meanwhile()
    {
        _queue.Add("a", QueuePriority.Low);
        Take();
        Assert.Equal(QueuePriority.Low, _queue.PriorityOf("a"));
        _queue.Add("a", QueuePriority.Low);
        _queue.Add("a");
        _queue.Add("other", QueuePriority.Low);
        _queue.Done("a");

        Assert.Equal(["a", "other"], TakeAll());
    }

    [Fact]
    public void A_delayed_key_keeps_its_priority_and_the_highest_of_several()
    {
        _queue.AddAfter("low", TimeSpan.FromSeconds(1), QueuePriority.Low);
        _queue.AddAfter("raised", TimeSpan.FromSeconds(1), QueuePriority.Low);
        _queue.AddAfter("raised", TimeSpan.FromSeconds(9));
        _queue.AddRateLimited("retried", QueuePriority.Low);
        _time.Advance(TimeSpan.FromSeconds(2));
        _queue.Add("now");

        Assert.Equal(["raised", "now"], [Take(), Take()]);
        Assert.Equal(2, _queue.Count);
    }

    [Fact]
    public void A_hot_key_never_starves_another_of_its_priority()
    {
        _queue.Add("hot");
        _queue.Add("patient");
        Assert.Equal("hot", Take());
        _queue.Add("hot");
        _queue.Done("hot");

        Assert.Equal("patient", Take());
    }

    [Fact]
    public void A_hot_key_never_starves_lower_priorities()
    {
        _queue.Add("old 1", QueuePriority.Low);
        _queue.Add("old 2", QueuePriority.Low);
        _queue.Add("oldest", -1000);
        _queue.Add("hot");
        var taken = new List<string>();
        for (var i = 0; i < 27; i++)
        {
            // Each time it is taken, it is wanted again.
            taken.Add(Take());
            _queue.Add("hot");
            _queue.Done(taken[^1]);
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal([8, 17, 26], taken.Index().Where(item => item.Item != "hot").Select(item => item.Index));
        Assert.Equal(["old 1", "old 2", "oldest"], taken.Where(key => key != "hot"));
    }

    [Fact]
    public void Any_number_of_priorities_keeps_its_order()
    {
        // More priorities than are kept empty, used up and used again.
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 500; i++)
            {
                _queue.Add($"{i}", (i * 37 % 101) + (round * 50));
            }

            var left = new List<int>();
            while (_queue.Count > 0)
            {
                var key = Take();
                left.Add(_queue.PriorityOf(key));
                _queue.Done(key);
            }

            // Eight in a row come in order of priority; the ninth is the one that has waited longest elsewhere.
            Assert.Equal(500, left.Count);
            Assert.All(left.Chunk(9).Select(chunk => chunk[..Math.Min(8, chunk.Length)]), chunk => Assert.Equal(chunk.OrderDescending(), chunk));
        }
    }

    private List<string> TakeAll()
    {
        var keys = new List<string>();
        while (_queue.Count > 0)
        {
            keys.Add(Take());
        }

        return keys;
    }

    private string Take()
    {
        var taking = _queue.TakeAsync(CancellationToken.None).AsTask();
        Assert.True(taking.IsCompleted, "No key waits.");
        return taking.Result;
    }
}
