using Kube.Runtime.Queueing;

namespace Kube.Runtime.Tests.Queueing;

/// <summary>The size of a large installation: every object is wanted at the start, while users change some and some fail.</summary>
public sealed class WorkQueueLoadTests
{
    private const int Keys = 100_000;
    private const int Workers = 16;

    private readonly int[] _busy = new int[Keys];
    private readonly int[] _done = new int[Keys];
    private readonly int[] _failures = new int[Keys];
    private int _overlaps;

    [Fact]
    public async Task A_hundred_thousand_keys_through_16_workers_lose_none_and_none_runs_twice_at_once()
    {
        using var queue = new WorkQueue<int>(new() { RetriesPerSecond = null });
        var workers = Enumerable.Range(0, Workers).Select(_ => Task.Run(() => WorkAsync(queue))).ToArray();
        Parallel.For(0, Keys, key => queue.Add(key, QueuePriority.Low));
        Parallel.For(0, Keys / 10, key => queue.Add(key * 10));

        while (queue.Count + queue.ProcessingCount + queue.DelayedCount > 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        queue.ShutDown();
        await Task.WhenAll(workers);
        Assert.Equal(0, _overlaps);
        Assert.DoesNotContain(0, _done);
        Assert.All(_failures.Index(), item => Assert.Equal(item.Index % 100 == 0 ? 2 : 0, item.Item));
    }

    private async Task WorkAsync(WorkQueue<int> queue)
    {
        try
        {
            while (true)
            {
                var key = await queue.TakeAsync(CancellationToken.None);
                if (Interlocked.Increment(ref _busy[key]) > 1)
                {
                    Interlocked.Increment(ref _overlaps);
                }

                if (key % 100 == 0 && _failures[key] < 2)
                {
                    _failures[key]++;
                    queue.AddRateLimited(key, queue.PriorityOf(key));
                }
                else
                {
                    _done[key]++;
                    queue.Forget(key);
                }

                Interlocked.Decrement(ref _busy[key]);
                queue.Done(key);
            }
        }
        catch (WorkQueueClosedException)
        {
            // The queue was shut down and is empty: the work is over.
        }
    }
}
