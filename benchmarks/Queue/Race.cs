using System.Diagnostics;

namespace Ray.Benchmarks.Queue;

/// <summary>Sends every key through a contender once, while workers take them, and checks that none was lost or taken twice at once.</summary>
/// <param name="keys">How many keys.</param>
/// <param name="workers">How many workers.</param>
public sealed class Race(int keys, int workers)
{
    private readonly int[] _taken = new int[keys];
    private readonly int[] _busy = new int[keys];
    private int _left;
    private int _overlaps;
    private TaskCompletionSource _over = new();

    /// <summary>Runs it.</summary>
    public async Task<Result> RunAsync(IContender contender)
    {
        Array.Clear(_taken);
        (_left, _over) = (keys, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        using var stop = new CancellationTokenSource();
        var working = Enumerable.Range(0, workers).Select(_ => Task.Run(() => contender.WorkAsync(Work, stop.Token))).ToArray();
        for (var i = 0; i < keys; i++)
        {
            contender.Add(i);
        }

        await _over.Task;
        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        await stop.CancelAsync();
        await Task.WhenAll(working);
        return new(contender.Name, elapsed, bytes, _taken.Count(times => times == 0), _overlaps);
    }

    private void Work(int number)
    {
        if (Interlocked.Increment(ref _busy[number]) > 1)
        {
            Interlocked.Increment(ref _overlaps);
        }

        _taken[number]++;
        Interlocked.Decrement(ref _busy[number]);
        if (Interlocked.Decrement(ref _left) == 0)
        {
            _over.SetResult();
        }
    }
}

/// <summary>What a contender showed in one round.</summary>
/// <param name="Name">Who it was.</param>
/// <param name="Seconds">From the first addition until the last key was worked on.</param>
/// <param name="Bytes">Bytes allocated by the whole process.</param>
/// <param name="Lost">Keys that no worker saw; a round does not end before each was counted.</param>
/// <param name="Overlaps">How often two workers had one key.</param>
public sealed record Result(string Name, double Seconds, long Bytes, int Lost, int Overlaps);
