using Kube.Runtime.Queueing;

namespace Kube.Runtime.Tests.Queueing;

public sealed class WorkQueueConcurrencyTests
{
    private const int Keys = 500;

    private readonly int[] _busy = new int[Keys];
    private readonly int[] _wanted = new int[Keys];
    private readonly int[] _seen = new int[Keys];
    private int _overlaps;

    [Fact]
    public async Task With_16_workers_no_key_is_lost_and_none_is_processed_twice_at_once()
    {
        const int Adds = 100_000;
        using var queue = new WorkQueue<int>();
        var workers = Enumerable.Range(0, 16).Select(_ => Task.Run(() => WorkAsync(queue))).ToArray();

        var random = new Random(1);
        for (var i = 0; i < Adds; i++)
        {
            var key = random.Next(Keys);
            Volatile.Write(ref _wanted[key], _wanted[key] + 1);
            queue.Add(key);
        }

        while (queue.Count > 0 || queue.ProcessingCount > 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        queue.ShutDown();
        await Task.WhenAll(workers);
        Assert.Equal(0, _overlaps);

        // Every key was processed after its last add: nobody's change was overlooked.
        Assert.Equal(_wanted, _seen);
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

                Volatile.Write(ref _seen[key], Volatile.Read(ref _wanted[key]));
                if (key % 7 == 0)
                {
                    await Task.Yield();
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
