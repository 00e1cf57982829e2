using System.CommandLine;
using System.Diagnostics;
using k8s.Models;
using Kube;
using Kube.Runtime.Caching;
using Kube.Runtime.Client;
using Ray.Benchmarks.Caching;

var pods = new Option<int>("--pods") { Description = "How many pods the cache holds.", DefaultValueFactory = _ => 50_000 };
var seconds = new Option<double>("--seconds") { Description = "How long each kind of read is timed.", DefaultValueFactory = _ => 3 };
var command = new RootCommand("Measures the cache of an informer: memory of a pod, reads under a storm of writes, replacement of everything.")
{
    pods, seconds,
};
command.SetAction(result => Measure(result.GetValue(pods), result.GetValue(seconds)));
return command.Parse(args).Invoke();

static void Measure(int count, double seconds)
{
    var body = PodText.List(count);
    using var server = new OneListServer(body);
    using var transport = new ApiTransport(new ApiServerConnection { Server = server.Address });
    Console.WriteLine($"{count} pods, {body.Length / count} bytes of JSON each, {Environment.ProcessorCount} cores");
    Console.WriteLine();
    Console.WriteLine("| cached | bytes of the object | bytes of the store around it |");
    Console.WriteLine("|---|---:|---:|");
    Print("whole", Memory.Measure(transport, BuiltInResources.Pods, pod => pod));
    Print("without managedFields, the default", Memory.Measure(transport, BuiltInResources.Pods, Bare));
    var metadata = PartialObjectMetadata.Of(BuiltInResources.Pods.Definition);
    Print("metadata alone, without managedFields", Memory.Measure(transport, metadata, BareMetadata));

    var first = Memory.Read(transport, BuiltInResources.Pods, Bare);
    var second = Memory.Read(transport, BuiltInResources.Pods, Bare);
    var store = new ObjectStore<V1Pod>(BuiltInResources.Pods);
    store.Replace(first);
    Console.WriteLine();
    Console.WriteLine($"Replacing all {count} in the server's order: {Times(() => store.Replace(second)):F0} ms; in random order: {Times(() => store.Replace(Shuffled(first))):F0} ms");
    store.Replace(first);

    var storm = new Storm(store, first, second);
    storm.Run(withWrites: true, 0.2);
    PrintReads("nothing changes, in other collections", storm.Yardsticks(seconds));
    PrintReads("nothing changes", storm.Run(withWrites: false, seconds));
    PrintReads("a storm of writes", storm.Run(withWrites: true, seconds));
    Console.WriteLine();
    Console.WriteLine($"The storm: {storm.WritesPerSecond:F0} writes a second, {storm.BytesPerWrite:F0} bytes allocated a write");
    Console.WriteLine();
    Console.WriteLine("| read without a change | bytes allocated |");
    Console.WriteLine("|---|---:|");
    foreach (var (read, bytes) in storm.Allocations())
    {
        Console.WriteLine($"| {read} | {bytes} |");
    }
}

static V1Pod Bare(V1Pod pod)
{
    pod.Metadata.ManagedFields = null;
    return pod;
}

static PartialObjectMetadata BareMetadata(PartialObjectMetadata pod)
{
    pod.Metadata.ManagedFields = null;
    return pod;
}

static V1Pod[] Shuffled(V1Pod[] pods)
{
    var shuffled = pods.ToArray();
    new Random(1).Shuffle(shuffled);
    return shuffled;
}

static double Times(Action action)
{
    var best = double.MaxValue;
    for (var i = 0; i < 5; i++)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    return best;
}

static void Print(string what, (double Objects, double Store) measured) =>
    Console.WriteLine($"| {what} | {measured.Objects:F0} | {measured.Store:F0} |");

static void PrintReads(string when, IReadOnlyDictionary<string, Latency> reads)
{
    Console.WriteLine();
    Console.WriteLine($"| while {when} | median ns | 99 % ns | 99.9 % ns | longest µs |");
    Console.WriteLine("|---|---:|---:|---:|---:|");
    foreach (var (read, latency) in reads)
    {
        Console.WriteLine($"| {read} | {latency} |");
    }
}
