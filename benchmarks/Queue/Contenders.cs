using System.Threading.Channels;
using Kube;
using Kube.Runtime.Queueing;

namespace Ray.Benchmarks.Queue;

/// <summary>Something that hands keys to workers.</summary>
public interface IContender : IDisposable
{
    /// <summary>Who it is.</summary>
    string Name { get; }

    /// <summary>Adds the key of that number.</summary>
    void Add(int number);

    /// <summary>Takes keys and calls back with the number of each, until cancelled.</summary>
    Task WorkAsync(Action<int> work, CancellationToken cancellationToken);
}

/// <summary>The floor: hands everything out, double or at the same time as it may be. What a controller needs is not in it.</summary>
public sealed class ChannelContender : IContender
{
    private readonly Channel<int> _channel = Channel.CreateUnbounded<int>();

    /// <inheritdoc/>
    public string Name => "bare channel";

    /// <inheritdoc/>
    public void Add(int number) => _channel.Writer.TryWrite(number);

    /// <inheritdoc/>
    public async Task WorkAsync(Action<int> work, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var number in _channel.Reader.ReadAllAsync(cancellationToken))
            {
                work(number);
            }
        }
        catch (OperationCanceledException)
        {
            // The round is over.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A channel holds nothing that must be given back.
    }
}

/// <summary>The queue of controllers, with the keys that controllers use.</summary>
/// <param name="keys">The keys by number.</param>
/// <param name="numbers">The numbers by key.</param>
/// <param name="isMeasured">Whether the queue's metrics are recorded.</param>
public sealed class QueueContender(IReadOnlyList<ObjectKey> keys, IReadOnlyDictionary<ObjectKey, int> numbers, bool isMeasured) : IContender
{
    private readonly WorkQueue<ObjectKey> _queue = new(new() { Name = isMeasured ? "benchmark" : null });

    /// <inheritdoc/>
    public string Name => isMeasured ? "work queue with metrics" : "work queue";

    /// <inheritdoc/>
    public void Add(int number) => _queue.Add(keys[number], number % 2 == 0 ? QueuePriority.Normal : QueuePriority.Low);

    /// <inheritdoc/>
    public async Task WorkAsync(Action<int> work, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var key = await _queue.TakeAsync(cancellationToken);
                work(numbers[key]);
                _queue.Done(key);
            }
        }
        catch (OperationCanceledException)
        {
            // The round is over.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _queue.Dispose();
}
