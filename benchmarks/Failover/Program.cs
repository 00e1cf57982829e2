using System.CommandLine;
using Ray.Benchmarks.Failover;
using Ray.DevEnvironment;
using Ray.DevEnvironment.Failover;

var kills = new Option<int>("--kills") { Description = "How often the leader is killed.", DefaultValueFactory = _ => 20 };
var halts = new Option<int>("--halts") { Description = "How often the leader is halted, and continued when another leads.", DefaultValueFactory = _ => 5 };
var isShort = new Option<bool>("--short") { Description = "3 kills and 1 halt: less than two minutes." };
var seed = new Option<int>("--seed") { Description = "Decides the moments of the signals.", DefaultValueFactory = _ => 1 };
var command = new RootCommand("Kills and halts the leader of two operators on a real control plane, and tells how long the other takes to follow.")
{
    kills, halts, isShort, seed,
};
command.SetAction((result, cancellationToken) => result.GetValue(isShort)
    ? MeasureAsync(3, 1, result.GetValue(seed), cancellationToken)
    : MeasureAsync(result.GetValue(kills), result.GetValue(halts), result.GetValue(seed), cancellationToken));
return await command.Parse(args).InvokeAsync();

static async Task<int> MeasureAsync(int kills, int halts, int seed, CancellationToken cancellationToken)
{
    await using var environment = await RayEnvironment.StartAsync(cancellationToken: cancellationToken);
    await using var run = await FailoverRun.StartAsync(environment, seed, Console.WriteLine, cancellationToken);
    var report = await run.RunAsync(kills, halts, cancellationToken);
    Summary.Print(report, Console.Out);
    var isClean = report.Violations.Count == 0 && report.Awakened.All(awakening => awakening is { Writes: 0, ExitCode: 1 });
    return isClean ? 0 : 1;
}
