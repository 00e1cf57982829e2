using System.CommandLine;
using Kube.Failover;

if (args is ["writer", .. var arguments])
{
    return await Writer.RunAsync(arguments);
}

var kills = new Option<int>("--kills") { Description = "How often the leader is killed.", DefaultValueFactory = _ => 20 };
var halts = new Option<int>("--halts") { Description = "How often the leader is halted, and continued when another leads.", DefaultValueFactory = _ => 5 };
var isShort = new Option<bool>("--short") { Description = "Lease 2 s, deadline 1.4 s, retry 0.3 s instead of the defaults." };
var command = new RootCommand("Kills and halts the leader of two processes on a real control plane, and tells how long the other takes to follow.") { kills, halts, isShort };
command.SetAction((result, cancellationToken) => MeasureAsync(
    result.GetValue(kills), result.GetValue(halts), result.GetValue(isShort) ? Durations.Short : Durations.Usual, cancellationToken));
return await command.Parse(args).InvokeAsync();

static async Task<int> MeasureAsync(int kills, int halts, Durations durations, CancellationToken cancellationToken)
{
    await using var run = await FailoverRun.StartAsync(durations, cancellationToken);
    var report = await run.RunAsync(kills, halts, cancellationToken);
    Console.WriteLine($"Lease {durations.Lease.TotalSeconds} s, renew deadline {durations.Renew.TotalSeconds} s, retry period {durations.Retry.TotalSeconds} s; {report.Writes} writes in {report.Terms} terms");
    Console.WriteLine("| | times | least | median | 90 % | most |");
    Console.WriteLine("|---|---:|---:|---:|---:|---:|");
    Print("seconds from SIGKILL to the first write of another", report.AfterKill);
    Print("seconds from SIGSTOP to the first write of another", report.AfterHalt);
    Console.WriteLine($"Writes of a deposed leader: {report.Violations.Count}; exit codes after SIGCONT: {string.Join(", ", report.ExitCodes)}");
    foreach (var violation in report.Violations)
    {
        Console.WriteLine(violation);
    }

    return report.Violations.Count == 0 ? 0 : 1;
}

static void Print(string what, IReadOnlyList<TimeSpan> times)
{
    var sorted = times.Select(time => time.TotalSeconds).Order().ToList();
    if (sorted.Count > 0)
    {
        Console.WriteLine($"| {what} | {sorted.Count} | {sorted[0]:F2} | {sorted[sorted.Count / 2]:F2} | {sorted[(int)Math.Ceiling(sorted.Count * 0.9) - 1]:F2} | {sorted[^1]:F2} |");
    }
}
