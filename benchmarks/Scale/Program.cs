using System.CommandLine;
using Ray.Benchmarks.Scale;
using Ray.DevEnvironment;

var sizes = new Option<int[]>("--clusters")
{
    Description = "How many clusters are created; several sizes make several columns.",
    DefaultValueFactory = _ => [200, 1000],
    AllowMultipleArgumentsPerToken = true,
};
var workers = new Option<int>("--workers") { Description = "Workers of each cluster; the head comes on top.", DefaultValueFactory = _ => 3 };
var rounds = new Option<int>("--rounds")
{
    Description = "How often each size is measured, operator and bare client in turn; the table tells the medians. An odd number.",
    DefaultValueFactory = _ => 3,
};
rounds.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() < 1)
    {
        result.AddError("--rounds must be 1 or more.");
    }
});
var command = new RootCommand(
    $"""
    Measures, on a real control plane, what the operator needs to make N clusters ready and to delete them, against a bare client that creates the
    same objects in the same run. {Repository.OperatorVariable} names another operator than the built one, such as a native one.
    """)
{
    sizes, workers, rounds,
};
command.SetAction((result, cancellationToken) =>
    MeasureAsync(result.GetValue(sizes)!, result.GetValue(workers), result.GetValue(rounds), cancellationToken));
return await command.Parse(args).InvokeAsync();

static async Task MeasureAsync(int[] sizes, int workers, int rounds, CancellationToken cancellationToken)
{
    // They lag behind on both sides, and further on the quicker one: what they do in the time that is measured would say nothing of either.
    await using var environment = await RayEnvironment.StartAsync(
        without: ["endpoint", "endpointslice", "endpointslicemirroring"], cancellationToken: cancellationToken);

    // A small round first: neither side shall pay for the cold start of the API server, etcd and the scheduler.
    await new OperatorRun(environment, 10, workers).MeasureAsync("warm-up", cancellationToken);
    var (seconds, memory) = await new StartRun(environment).MeasureAsync("start", cancellationToken);
    var runs = new List<Measurement[]>();
    foreach (var size in sizes)
    {
        var run = new OperatorRun(environment, size, workers);
        var measured = new Measurement[rounds];
        for (var round = 0; round < rounds; round++)
        {
            measured[round] = await run.MeasureAsync($"scale-{size}-{round}", cancellationToken);
        }

        runs.Add(measured);
    }

    Console.WriteLine($"Control plane, nodes, clients and operator together on {Environment.ProcessorCount} cores.");
    Console.WriteLine();
    Report.Print(runs, seconds, memory, Console.Out);
}
