using System.Globalization;

namespace Ray.Benchmarks.Scale;

/// <summary>Prints one table: a row for each figure, a column for each size.</summary>
internal static class Report
{
    public static void Print(IReadOnlyList<Measurement> runs, double startSeconds, double startMiB, TextWriter output)
    {
        Row("", run => string.Create(CultureInfo.InvariantCulture, $"{run.Clusters:N0} × {run.Pods}"));
        output.WriteLine($"|---|{string.Concat(runs.Select(_ => "---:|"))}");
        Row("bare client: all pods ready (s)", run => Text(run.Floor.AllSeconds));
        Row("operator: all clusters ready (s)", run => Text(run.Ready.AllSeconds));
        Row("… as a multiple of the bare client", run => Text(run.Ready.AllSeconds / run.Floor.AllSeconds));
        Row("half of the clusters ready, of the time of all", run => Text(run.Ready.HalfSeconds / run.Ready.AllSeconds));
        Row("operator CPU a cluster, creation to ready (ms)", run => Text(run.CreationMilliseconds));
        Row("operator CPU a cluster, deletion (ms)", run => Text(run.DeletionMilliseconds));
        Row("operator peak memory (MiB)", run => Text(run.PeakMiB));
        Row("writes a cluster", run => Text(run.Writes));
        Row("… of them status", run => Text(run.StatusWrites));
        Row("… answered 409, in all", run => run.Conflicts.ToString(CultureInfo.InvariantCulture));
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Start of the process to its first write: {startSeconds:F2} s, with {startMiB:F0} MiB."));
        foreach (var run in runs)
        {
            output.WriteLine($"Requests of the operator, {run.Clusters} clusters: {string.Join(", ", run.Requests.Select(entry => $"{entry.Key}: {entry.Value}"))}");
        }

        void Row(string title, Func<Measurement, string> cell) =>
            output.WriteLine($"| {title} | {string.Join(" | ", runs.Select(cell))} |");
    }

    private static string Text(double value) => value.ToString(value < 20 ? "F2" : "F1", CultureInfo.InvariantCulture);
}
