using System.Diagnostics;

namespace Ray.Benchmarks.Decoding;

/// <summary>Lets the readers take turns, so that none has the quiet minute of the machine.</summary>
internal static class Contest
{
    public static async Task<IReadOnlyList<Result>> RunAsync(
        IReadOnlyList<IListReader> readers, int objects, int rounds, CancellationToken cancellationToken)
    {
        var measured = readers.ToDictionary(reader => reader, _ => new List<(double Seconds, long Bytes)>());

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
                reader.Name, Median(measured[reader].Select(result => result.Seconds)), Median(measured[reader].Select(result => result.Bytes)))),
        ];
    }

    private static async Task<(double Seconds, long Bytes)> MeasureAsync(IListReader reader, int objects, CancellationToken cancellationToken)
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        var count = await reader.ReadAsync(cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return count == objects || count == -1
            ? (seconds, bytes)
            : throw new InvalidOperationException($"{reader.Name} read {count} objects instead of {objects}.");
    }

    private static T Median<T>(IEnumerable<T> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
