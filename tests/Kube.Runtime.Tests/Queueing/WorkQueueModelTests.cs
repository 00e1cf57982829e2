using CsCheck;
using Kube.Runtime.Queueing;
using Microsoft.Extensions.Time.Testing;

namespace Kube.Runtime.Tests.Queueing;

/// <summary>The queue against its model, over random sequences of operations.</summary>
public sealed class WorkQueueModelTests
{
    private const int Keys = 5;

    private static readonly int[] s_priorities = [QueuePriority.Normal, QueuePriority.Low, 7];

    private enum Kind
    {
        Add,
        AddAfter,
        Take,
        Done,
        Advance,
    }

    private readonly record struct Operation(Kind Kind, int Key, int Milliseconds, int Priority);

    [Fact]
    public void The_queue_behaves_as_its_model() =>
        Gen.Select(Gen.Enum<Kind>(), Gen.Int[0, Keys - 1], Gen.Int[1, 50], Gen.Int[0, 2].Select(index => s_priorities[index]), (kind, key, ms, priority) => new Operation(kind, key, ms, priority))
            .Array[0, 200]
            .Sample(operations =>
            {
                var time = new FakeTimeProvider();
                using var queue = new WorkQueue<int>(time: time);
                var model = new QueueModel();
                foreach (var operation in operations)
                {
                    Apply(queue, time, model, operation);
                    Assert.Equal(model.Count, queue.Count);
                    Assert.Equal(model.Processing.Count, queue.ProcessingCount);
                    Assert.Equal(model.DelayedCount, queue.DelayedCount);
                }

                DrainBoth(queue, model);
            });

    private static void Apply(WorkQueue<int> queue, FakeTimeProvider time, QueueModel model, Operation operation)
    {
        switch (operation.Kind)
        {
            case Kind.Add:
                queue.Add(operation.Key, operation.Priority);
                model.Add(operation.Key, operation.Priority);
                break;
            case Kind.AddAfter:
                // Two keys never fall due in the same millisecond: their order would be nobody's promise.
                var milliseconds = (operation.Milliseconds * Keys) + operation.Key - (model.Now % Keys);
                queue.AddAfter(operation.Key, TimeSpan.FromMilliseconds(milliseconds), operation.Priority);
                model.AddAfter(operation.Key, milliseconds, operation.Priority);
                break;
            case Kind.Take when model.Count > 0:
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

    private static void DrainBoth(WorkQueue<int> queue, QueueModel model)
    {
        foreach (var key in model.Processing.ToArray())
        {
            queue.Done(key);
            model.Done(key);
        }

        while (model.Count > 0)
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
}
