using BenchmarkDotNet.Attributes;
using Kube;
using Kube.Runtime.Queueing;

namespace Ray.Benchmarks.Micro;

/// <summary>A key on its way through the work queue, with a thousand others in it.</summary>
public class QueueBenchmarks : IDisposable
{
    private readonly WorkQueue<ObjectKey> _queue = new();

    /// <summary>Fills the queue.</summary>
    [GlobalSetup]
    public void Fill()
    {
        for (var index = 0; index < 1000; index++)
        {
            _queue.Add(new("team", $"cluster-{index}"));
        }
    }

    /// <summary>Taken, given back, added again.</summary>
    [Benchmark]
    public async Task TakeDoneAdd()
    {
        var key = await _queue.TakeAsync(CancellationToken.None);
        _queue.Done(key);
        _queue.Add(key);
    }

    /// <summary>Ends the queue.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _queue.Dispose();
        GC.SuppressFinalize(this);
    }
}
