using System.Diagnostics;

namespace Ray.Benchmarks.Decoding;

/// <summary>Lets the readers take turns, so that none has the quiet minute of the machine.</summary>
internal static class Contest
{
    public static async Task<IReadOnlyList<Result>> RunAsync(
        IReadOnlyList<IListReader> readers, int objects, int rounds, CancellationToken cancellationToken)
    {
        var measured = readers.ToDictionary(reader => reader, _ => new List<Cost>());

        // The first rounds are for the just-in-time compiler.
        for (var round = -2; round < rounds; round++)
        {
            foreach (var reader in readers)
            {
                var result = await MeasureAsync(reader, objects, cancellationToken);
                if (round >= 0)
                {
                    measured[reader].Add(result);
                }
            }
        }

        return
        [
            .. readers.Select(reader => new Result(
                reader.Name,
                new(
                    Median(measured[reader].Select(cost => cost.Seconds)),
                    Median(measured[reader].Select(cost => cost.ProcessorSeconds)),
                    Median(measured[reader].Select(cost => cost.PauseSeconds)),
                    Median(measured[reader].Select(cost => cost.Bytes))))),
        ];
    }

    private static async Task<Cost> MeasureAsync(IListReader reader, int objects, CancellationToken cancellationToken)
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        var before = Now();
        var start = Stopwatch.GetTimestamp();
        var count = await reader.ReadAsync(cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var after = Now();
        return count == objects || count == -1
            ? new(seconds, (after.Processor - before.Processor).TotalSeconds, (after.Pause - before.Pause).TotalSeconds, after.Bytes - before.Bytes)
            : throw new InvalidOperationException($"{reader.Name} read {count} objects instead of {objects}.");
    }

    private static (TimeSpan Processor, TimeSpan Pause, long Bytes) Now() =>
        (Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration(), GC.GetTotalAllocatedBytes(precise: true));

    private static T Median<T>(IEnumerable<T> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
