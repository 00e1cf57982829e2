using Ray.DevEnvironment.Failover;

namespace Ray.Benchmarks.Failover;

/// <summary>Prints what a run showed.</summary>
internal static class Summary
{
    /// <summary>Prints it as Markdown.</summary>
    public static void Print(FailoverReport report, TextWriter to)
    {
        to.WriteLine("| Seconds until | times | min | median | p95 | max |");
        to.WriteLine("|---|---:|---:|---:|---:|---:|");
        Print(to, "another holds the lease, after SIGKILL", report.AfterKill.Select(takeOver => takeOver.Lease));
        Print(to, "another writes, after SIGKILL", report.AfterKill.Select(takeOver => takeOver.Work));
        Print(to, "another holds the lease, after SIGSTOP", report.AfterHalt.Select(takeOver => takeOver.Lease));
        Print(to, "another writes, after SIGSTOP", report.AfterHalt.Select(takeOver => takeOver.Work));
        Print(to, "whoever was halted ended, after SIGCONT", report.Awakened.Select(awakening => awakening.Ended));
        to.WriteLine();
        to.WriteLine($"{report.Writes} writes by {report.Leaders.Count} leaders, one after another; {report.Violations.Count} by whoever did not lead.");
        to.WriteLine($"After SIGCONT: {report.Awakened.Sum(awakening => awakening.Writes)} writes, exit codes "
            + string.Join(", ", report.Awakened.Select(awakening => awakening.ExitCode)));
        foreach (var violation in report.Violations)
        {
            to.WriteLine(violation);
        }
    }

    private static void Print(TextWriter to, string what, IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(time => time.TotalSeconds).Order().ToList();
        if (sorted.Count > 0)
        {
            to.WriteLine($"| {what} | {sorted.Count} | {sorted[0]:F2} | {At(0.5):F2} | {At(0.95):F2} | {sorted[^1]:F2} |");
        }

        double At(double share) => sorted[(int)Math.Ceiling(sorted.Count * share) - 1];
    }
}
