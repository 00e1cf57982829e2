using CsCheck;
using Kube.Runtime.Queueing;
using Microsoft.Extensions.Time.Testing;

namespace Kube.Runtime.Tests.Queueing;

/// <summary>The queue against a naive model of lists, under random operations.</summary>
public sealed class WorkQueueModelTests
{
    private const int Keys = 5;

    private enum Kind
    {
        Add,
        AddAfter,
        Take,
        Done,
        Advance,
    }

    private readonly record struct Operation(Kind Kind, int Key, int Milliseconds);

    [Fact]
    public void The_queue_behaves_as_its_model() =>
        Gen.Select(Gen.Enum<Kind>(), Gen.Int[0, Keys - 1], Gen.Int[1, 50], (kind, key, ms) => new Operation(kind, key, ms))
            .Array[0, 200]
            .Sample(operations =>
            {
                var time = new FakeTimeProvider();
                using var queue = new WorkQueue<int>(time: time);
                var model = new Model();
                foreach (var operation in operations)
                {
                    Apply(queue, time, model, operation);
                    Assert.Equal(model.Queue.Count, queue.Count);
                    Assert.Equal(model.Processing.Count, queue.ProcessingCount);
                    Assert.Equal(model.Delayed.Count, queue.DelayedCount);
                }

                DrainBoth(queue, model);
            });

    [Fact]
    public async Task With_16_workers_no_key_is_lost_and_none_is_processed_twice_at_once()
    {
        const int Many = 500;
        const int Adds = 100_000;
        using var queue = new WorkQueue<int>();
        var busy = new int[Many];
        var wanted = new int[Many];
        var seen = new int[Many];
        var overlaps = 0;
        var workers = Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                int key;
                try
                {
                    key = await queue.TakeAsync(CancellationToken.None);
                }
                catch (WorkQueueClosedException)
                {
                    return;
                }

                overlaps += Interlocked.Increment(ref busy[key]) > 1 ? 1 : 0;
                Volatile.Write(ref seen[key], Volatile.Read(ref wanted[key]));
                if (key % 7 == 0)
                {
                    await Task.Yield();
                }

                Interlocked.Decrement(ref busy[key]);
                queue.Done(key);
            }
        })).ToArray();

        var random = new Random(1);
        for (var i = 0; i < Adds; i++)
        {
            var key = random.Next(Many);
            Volatile.Write(ref wanted[key], wanted[key] + 1);
            queue.Add(key);
        }

        while (queue.Count > 0 || queue.ProcessingCount > 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        queue.ShutDown();
        await Task.WhenAll(workers);
        Assert.Equal(0, overlaps);

        // Every key was processed after its last add: nobody's change was overlooked.
        Assert.Equal(wanted, seen);
    }

    private static void Apply(WorkQueue<int> queue, FakeTimeProvider time, Model model, Operation operation)
    {
        switch (operation.Kind)
        {
            case Kind.Add:
                queue.Add(operation.Key);
                model.Add(operation.Key);
                break;
            case Kind.AddAfter:
                // Two keys never fall due in the same millisecond: their order would be nobody's promise.
                var milliseconds = (operation.Milliseconds * Keys) + operation.Key - (model.Now % Keys);
                queue.AddAfter(operation.Key, TimeSpan.FromMilliseconds(milliseconds));
                model.AddAfter(operation.Key, milliseconds);
                break;
            case Kind.Take when model.Queue.Count > 0:
                Assert.Equal(model.Take(), Taken(queue));
                break;
            case Kind.Done when model.Processing.Contains(operation.Key):
                queue.Done(operation.Key);
                model.Done(operation.Key);
                break;
            case Kind.Advance:
                // One millisecond at a time: keys due at different times must not come in the order of one timer call.
                for (var i = 0; i < operation.Milliseconds; i++)
                {
                    time.Advance(TimeSpan.FromMilliseconds(1));
                    model.Tick();
                }

                break;
        }
    }

    private static void DrainBoth(WorkQueue<int> queue, Model model)
    {
        foreach (var key in model.Processing.ToArray())
        {
            queue.Done(key);
            model.Done(key);
        }

        while (model.Queue.Count > 0)
        {
            Assert.Equal(model.Take(), Taken(queue));
        }
    }

    private static int Taken(WorkQueue<int> queue)
    {
        var taking = queue.TakeAsync(CancellationToken.None).AsTask();
        Assert.True(taking.IsCompleted);
        return taking.Result;
    }

    private sealed class Model
    {
        public int Now { get; private set; }

        public List<int> Queue { get; } = [];

        public HashSet<int> Processing { get; } = [];

        public Dictionary<int, int> Delayed { get; } = [];

        private HashSet<int> Again { get; } = [];

        public void Add(int key)
        {
            if (Processing.Contains(key))
            {
                Again.Add(key);
            }
            else if (!Queue.Contains(key))
            {
                Queue.Add(key);
            }
        }

        public void AddAfter(int key, int milliseconds) =>
            Delayed[key] = Math.Min(Delayed.GetValueOrDefault(key, int.MaxValue), Now + milliseconds);

        public int Take()
        {
            var key = Queue[0];
            Queue.RemoveAt(0);
            Processing.Add(key);
            return key;
        }

        public void Done(int key)
        {
            Processing.Remove(key);
            if (Again.Remove(key))
            {
                Queue.Add(key);
            }
        }

        public void Tick()
        {
            Now++;
            foreach (var key in Delayed.Where(entry => entry.Value <= Now).Select(entry => entry.Key).ToArray())
            {
                Delayed.Remove(key);
                Add(key);
            }
        }
    }
}
