namespace Ray.DevEnvironment.Chaos;

/// <summary>Prints what a run showed.</summary>
public static class ChaosSummary
{
    /// <summary>Prints it as Markdown, faults last.</summary>
    public static void Print(ChaosReport report, TextWriter to)
    {
        to.WriteLine();
        to.WriteLine("| What | How often |");
        to.WriteLine("|---|---:|");
        foreach (var (action, count) in report.Actions.OrderByDescending(action => action.Value).ThenBy(action => action.Key, StringComparer.Ordinal))
        {
            to.WriteLine($"| {action} | {count} |");
        }

        to.WriteLine($"| actions | {report.Actions.Values.Sum()} |");
        to.WriteLine($"| all was as wanted | {report.Rounds} |");
        to.WriteLine($"| looked at the pods | {report.Looks} |");
        to.WriteLine($"| operators started | {report.Operators} |");
        to.WriteLine($"| requests of operators | {report.Requests} |");
        to.WriteLine($"| writes among them | {report.Writes} |");
        to.WriteLine($"| MiB of the last operator, warm | {report.Memory.First:F0} |");
        to.WriteLine($"| MiB at the end | {report.Memory.Last:F0} |");
        to.WriteLine($"| MiB a minute | {report.Memory.Slope:F2} |");
        to.WriteLine($"| seconds | {report.Elapsed.TotalSeconds:F0} |");
        to.WriteLine($"| seed | {report.Seed} |");
        to.WriteLine($"| violations | {report.Faults.Count} |");
        foreach (var fault in report.Faults)
        {
            to.WriteLine();
            to.WriteLine($"VIOLATION {fault.Violation}");
            to.WriteLine(fault.Trace);
        }
    }
}
