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
