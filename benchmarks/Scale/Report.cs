using System.Globalization;

namespace Ray.Benchmarks.Scale;

/// <summary>Prints one table: a row for each figure, a column for each size. What was measured in several rounds is told by its median.</summary>
internal static class Report
{
    public static void Print(IReadOnlyList<Measurement[]> sizes, double startSeconds, double startMiB, TextWriter output)
    {
        Row("", rounds => string.Create(CultureInfo.InvariantCulture, $"{rounds[0].Clusters:N0} × {rounds[0].Pods}"));
        output.WriteLine($"|---|{string.Concat(sizes.Select(_ => "---:|"))}");
        Row("bare client: all pods ready (s)", Median(run => run.Floor.AllSeconds));
        Row("operator: all clusters ready (s)", Median(run => run.Ready.AllSeconds));
        Row("… as a multiple of the bare client", MedianAndRange(run => run.Ready.AllSeconds / run.Floor.AllSeconds));
        Row("half of the clusters ready, of the time of all", Median(run => run.Ready.HalfSeconds / run.Ready.AllSeconds));
        Row("operator CPU a cluster, creation to the last event (ms)", Median(run => run.CreationMilliseconds));
        Row("operator CPU a cluster, deletion (ms)", Median(run => run.DeletionMilliseconds));
        Row("operator peak memory (MiB)", Median(run => run.PeakMiB));
        Row("writes a cluster", Median(run => run.Writes));
        Row("… of them status", Median(run => run.StatusWrites));
        Row("… answered 409, in all", rounds => rounds.Sum(run => run.Conflicts).ToString(CultureInfo.InvariantCulture));
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Start of the process to its first write: {startSeconds:F2} s, with {startMiB:F0} MiB."));
        foreach (var run in sizes.SelectMany(rounds => rounds))
        {
            output.WriteLine($"Requests of the operator, {run.Clusters} clusters: {string.Join(", ", run.Requests.Select(entry => $"{entry.Key}: {entry.Value}"))}");
        }

        void Row(string title, Func<Measurement[], string> cell) =>
            output.WriteLine($"| {title} | {string.Join(" | ", sizes.Select(cell))} |");
    }

    private static Func<Measurement[], string> Median(Func<Measurement, double> figure) => rounds => Text(Sorted(rounds, figure)[rounds.Length / 2]);

    private static Func<Measurement[], string> MedianAndRange(Func<Measurement, double> figure) => rounds =>
        Sorted(rounds, figure) is [var least, .., var most] sorted
            ? $"{Text(sorted[rounds.Length / 2])} ({Text(least)} to {Text(most)})"
            : Median(figure)(rounds);

    private static double[] Sorted(Measurement[] rounds, Func<Measurement, double> figure) => [.. rounds.Select(figure).Order()];

    private static string Text(double value) => value.ToString(value < 20 ? "F2" : "F1", CultureInfo.InvariantCulture);
}
