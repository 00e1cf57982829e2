using System.CommandLine;
using System.Globalization;
using Kube;
using Kube.Runtime.Telemetry;
using Ray.Benchmarks.Queue;

var keyCount = new Option<int>("--keys") { Description = "How many keys.", DefaultValueFactory = _ => 100_000 };
var workers = new Option<int>("--workers") { Description = "How many workers take them.", DefaultValueFactory = _ => 16 };
var rounds = new Option<int>("--rounds") { Description = "Measured rounds; the median counts.", DefaultValueFactory = _ => 9 };
var command = new RootCommand("Sends keys of two priorities through the work queue, with and without metrics, and through a bare channel, in turns.")
{
    keyCount, workers, rounds,
};
command.SetAction((result, _) => MeasureAsync(result.GetValue(keyCount), result.GetValue(workers), result.GetValue(rounds)));
return await command.Parse(args).InvokeAsync();

static async Task<int> MeasureAsync(int count, int workers, int rounds)
{
    var keys = Enumerable.Range(0, count).Select(i => new ObjectKey($"team-{i % 50}", string.Create(CultureInfo.InvariantCulture, $"cluster-{i}"))).ToList();
    var numbers = keys.Index().ToDictionary(item => item.Item, item => item.Index);
    using var exporter = new PrometheusExporter();
    var race = new Race(count, workers);
    using var channel = new ChannelContender();
    using var queue = new QueueContender(keys, numbers, isMeasured: false);
    using var measured = new QueueContender(keys, numbers, isMeasured: true);
    var (first, results) = (new List<Result>(), new List<Result>());

    // In the first round all grow and are compiled; then the contenders take turns, so that none has the quiet minute of the machine.
    for (var round = -2; round < rounds; round++)
    {
        foreach (var contender in new IContender[] { channel, queue, measured })
        {
            var result = await race.RunAsync(contender);
            (round < 0 ? first : results).Add(result);
        }
    }

    Console.WriteLine($"{count} keys through {workers} workers on {Environment.ProcessorCount} cores, median of {rounds} rounds");
    Console.WriteLine("| | seconds | keys a second | bytes allocated a key | in the first round | lost | concurrent |");
    Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
    foreach (var same in results.GroupBy(result => result.Name))
    {
        var seconds = Median(same.Select(result => result.Seconds));
        Console.WriteLine(
            $"| {same.Key} | {seconds:F3} | {count / seconds:F0} | {Median(same.Select(result => result.Bytes)) / (double)count:F1} | "
            + $"{first.First(result => result.Name == same.Key).Bytes / (double)count:F1} | {same.Sum(result => result.Lost)} | {same.Sum(result => result.Overlaps)} |");
    }

    return results.Sum(result => result.Lost + result.Overlaps) == 0 ? 0 : 1;
}

static T Median<T>(IEnumerable<T> values)
{
    var sorted = values.Order().ToList();
    return sorted[sorted.Count / 2];
}
