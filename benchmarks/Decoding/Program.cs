using System.CommandLine;
using Kube.Runtime.Client;
using Ray.Benchmarks.Decoding;

var objects = new Option<int>("--objects") { Description = "How many RayClusters the list has.", DefaultValueFactory = _ => 10_000 };
var rounds = new Option<int>("--rounds") { Description = "Measured rounds; the median counts.", DefaultValueFactory = _ => 7 };
var command = new RootCommand("Lists RayClusters from one loopback server, with the generated client and with the generic client of KubernetesClient, in turns.")
{
    objects, rounds,
};
command.SetAction((result, cancellationToken) => MeasureAsync(result.GetValue(objects), result.GetValue(rounds), cancellationToken));
return await command.Parse(args).InvokeAsync();

static async Task MeasureAsync(int objects, int rounds, CancellationToken cancellationToken)
{
    var body = ClusterList.Write(objects);
    await using var server = await ListServer.StartAsync(body, cancellationToken);
    using var transport = new ApiTransport(new ApiServerConnection { Server = server.Address });
    using var bare = new BareReader(server.Address);
    using var generic = new GenericReader(server.Address);
    IListReader[] readers = [bare, generic, new TypedReader(transport)];
    var results = await Contest.RunAsync(readers, objects, rounds, cancellationToken);

    Console.WriteLine($"A list of {objects} RayClusters, {body.Length / 1048576.0:F1} MiB of JSON, {Environment.ProcessorCount} cores, median of {rounds} rounds");
    Console.WriteLine("| | seconds | objects a second | ratio | processor seconds | ratio | collector's pauses | bytes allocated an object | ratio |");
    Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    var yardstick = results.Single(result => result.Name == generic.Name).Cost;
    foreach (var (name, cost) in results)
    {
        Console.WriteLine(
            $"| {name} | {cost.Seconds:F3} | {objects / cost.Seconds:F0} | {yardstick.Seconds / cost.Seconds:F2} | "
            + $"{cost.ProcessorSeconds:F3} | {yardstick.ProcessorSeconds / cost.ProcessorSeconds:F2} | {cost.PauseSeconds:F3} | "
            + $"{cost.Bytes / objects} | {(double)cost.Bytes / yardstick.Bytes:F2} |");
    }
}
