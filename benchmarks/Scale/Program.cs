using System.CommandLine;
using Ray.Benchmarks.Scale;
using Ray.DevEnvironment;

var clusters = new Option<int>("--clusters") { Description = "How many clusters are created.", DefaultValueFactory = _ => 100 };
var workers = new Option<int>("--workers") { Description = "Workers of each cluster; the head comes on top.", DefaultValueFactory = _ => 3 };
var command = new RootCommand(
    "Measures, on a real control plane, how long the operator takes until N clusters are ready, against a bare client that creates the same objects in the same run.")
{
    clusters, workers,
};
command.SetAction((result, cancellationToken) => MeasureAsync(result.GetValue(clusters), result.GetValue(workers), cancellationToken));
return await command.Parse(args).InvokeAsync();

static async Task MeasureAsync(int clusters, int workers, CancellationToken cancellationToken)
{
    await using var environment = await RayEnvironment.StartAsync(cancellationToken: cancellationToken);

    // A small round first: neither side shall pay for the cold start of the API server, etcd and the scheduler.
    await new OperatorRun(environment, 5, workers).MeasureAsync("warm-up", cancellationToken);
    await new FloorRun(environment, "warm-up").MeasureAsync("warm-up-floor", 5, cancellationToken);

    var ours = await new OperatorRun(environment, clusters, workers).MeasureAsync("operator", cancellationToken);
    var bare = await new FloorRun(environment, "operator").MeasureAsync("floor", clusters, cancellationToken);

    Console.WriteLine($"{clusters} clusters of {workers + 1} pods on {Environment.ProcessorCount} cores, control plane and all on one machine");
    Console.WriteLine("| | seconds to all ready | ratio | operator CPU ms a cluster | operator peak MiB | writes a cluster |");
    Console.WriteLine("|---|---:|---:|---:|---:|---:|");
    Console.WriteLine($"| bare client | {bare.Seconds:F2} | 1.00 | | | {bare.Writes:F1} |");
    Console.WriteLine(
        $"| operator | {ours.Seconds:F2} | {ours.Seconds / bare.Seconds:F2} | {ours.CpuMilliseconds:F1} | {ours.PeakMiB:F0} | {ours.Writes:F1} |");
    foreach (var line in ours.Requests)
    {
        Console.WriteLine("  " + line);
    }
}
