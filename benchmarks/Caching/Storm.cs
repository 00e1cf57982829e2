using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using k8s.Models;
using Kube;
using Kube.Runtime.Caching;

namespace Ray.Benchmarks.Caching;

/// <summary>Reads one store while another thread writes to it as fast as it can.</summary>
internal sealed class Storm(ObjectStore<V1Pod> store, V1Pod[] pods, V1Pod[] changed)
{
    private const int Samples = 2_000_000;

    private readonly ObjectKey[] _keys = [.. pods.Select(BuiltInResources.Pods.KeyOf)];
    private readonly string[] _owners = [.. pods.Select(pod => pod.Metadata.OwnerReferences[0].Uid).Distinct()];
    private volatile bool _isOver;
    private long _writes;

    /// <summary>Changes of pods a second that the writer managed.</summary>
    public double WritesPerSecond { get; private set; }

    /// <summary>Bytes that a write takes, for the garbage collector to take back.</summary>
    public double BytesPerWrite { get; private set; }

    /// <summary>Times each kind of read.</summary>
    /// <param name="withWrites">Whether there is a storm at all.</param>
    /// <param name="seconds">How long each kind is read.</param>
    public IReadOnlyDictionary<string, Latency> Run(bool withWrites, double seconds)
    {
        _isOver = false;
        _writes = 0;
        var writer = new Thread(Write) { IsBackground = true };
        var start = Stopwatch.GetTimestamp();
        if (withWrites)
        {
            writer.Start();
        }

        var random = new Random(1);
        var found = new Dictionary<string, Latency>
        {
            ["Get"] = Read("Get", seconds, () => store.Get(_keys[random.Next(_keys.Length)]) is not null),
            ["OwnedBy"] = Read("OwnedBy", seconds, () => store.OwnedBy(_owners[random.Next(_owners.Length)]).Count > 0),
            ["List(namespace)"] = Read("List(namespace)", seconds, () => store.List("team-001").Count > 0),
            ["List()"] = Read("List()", seconds, () => store.List().Count > 0),
        };
        _isOver = true;
        if (withWrites)
        {
            writer.Join();
            WritesPerSecond = _writes / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return found;
    }

    /// <summary>Times the same search in the collections of .NET, at rest, as yardsticks for the machine of the moment.</summary>
    public IReadOnlyDictionary<string, Latency> Yardsticks(double seconds)
    {
        var concurrent = new ConcurrentDictionary<ObjectKey, V1Pod>(pods.Select(pod => KeyValuePair.Create(BuiltInResources.Pods.KeyOf(pod), pod)));
        var immutable = concurrent.ToImmutableDictionary();
        var random = new Random(1);
        return new Dictionary<string, Latency>
        {
            ["ConcurrentDictionary"] = Read("ConcurrentDictionary", seconds, () => concurrent.ContainsKey(_keys[random.Next(_keys.Length)])),
            ["ImmutableDictionary"] = Read("ImmutableDictionary", seconds, () => immutable.ContainsKey(_keys[random.Next(_keys.Length)])),
        };
    }

    /// <summary>Bytes that the reading thread takes for each read when nothing changes.</summary>
    public IReadOnlyDictionary<string, long> Allocations() => new Dictionary<string, long>
    {
        ["Get"] = Allocated(() => store.Get(_keys[7]) is not null),
        ["OwnedBy"] = Allocated(() => store.OwnedBy(_owners[1]).Count > 0),
        ["List(namespace)"] = Allocated(() => store.List("team-001").Count > 0),
        ["List()"] = Allocated(() => store.List().Count > 0),
        ["List(), each by its index"] = Allocated(SumByIndex),
    };

    private static Latency Read(string what, double seconds, Func<bool> read)
    {
        for (var i = 0; i < 1000; i++)
        {
            read();
        }

        var latency = new Latency(Samples);
        var begin = Stopwatch.GetTimestamp();
        while (!latency.IsFull && Stopwatch.GetElapsedTime(begin).TotalSeconds < seconds)
        {
            var start = Stopwatch.GetTimestamp();
            var isThere = read();
            latency.Note(start);
            if (!isThere)
            {
                throw new InvalidOperationException($"{what} did not find what is there.");
            }
        }

        return latency;
    }

    private static long Allocated(Func<bool> read)
    {
        read();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            read();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / 1000;
    }

    private bool SumByIndex()
    {
        var list = store.List();
        var sum = 0;
        for (var i = 0; i < list.Count; i += 101)
        {
            sum += list[i].Metadata.Name.Length;
        }

        return sum > 0;
    }

    private void Write()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; !_isOver; i = (i + 7919) % pods.Length)
        {
            store.Set(_writes % 2 == 0 ? changed[i] : pods[i]);
            _writes++;
        }

        BytesPerWrite = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / _writes;
    }
}
