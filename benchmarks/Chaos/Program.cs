using System.CommandLine;
using Ray.DevEnvironment;
using Ray.DevEnvironment.Chaos;

var minutes = new Option<double>("--minutes") { Description = "How long things are done; the end comes on top.", DefaultValueFactory = _ => 30 };
var seed = new Option<int?>("--seed") { Description = "Decides what is done; drawn and printed when absent." };
var clusters = new Option<int>("--clusters") { Description = "The most clusters at a time.", DefaultValueFactory = _ => 8 };
var command = new RootCommand(
    "Lets users, nodes, operators and the API server of a real control plane do whatever comes to their mind, and checks that all comes to be as wanted.")
{
    minutes, seed, clusters,
};
command.SetAction((result, cancellationToken) => RunAsync(
    new()
    {
        Duration = TimeSpan.FromMinutes(result.GetValue(minutes)),
        Seed = result.GetValue(seed) ?? Environment.TickCount & 0xffff,
        Clusters = result.GetValue(clusters),
        Report = Console.WriteLine,
    },
    cancellationToken));
return await command.Parse(args).InvokeAsync();

static async Task<int> RunAsync(ChaosOptions options, CancellationToken cancellationToken)
{
    Console.WriteLine($"Seed {options.Seed}");
    await using var environment = await RayEnvironment.StartAsync(ChaosRun.Nodes, cancellationToken: cancellationToken);
    var report = await ChaosRun.RunAsync(environment, options, cancellationToken);
    ChaosSummary.Print(report, Console.Out);
    return report.Faults.Count == 0 ? 0 : 1;
}
