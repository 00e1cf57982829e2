using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Kube.Runtime.Telemetry;

/// <summary>What Prometheus' client libraries say of any process, and the heap of this one.</summary>
internal static class ProcessMetrics
{
    private static readonly DateTime s_epoch = DateTime.UnixEpoch;

    static ProcessMetrics()
    {
        var meter = RuntimeMeter.Instance;
        meter.CreateObservableCounter("process_cpu_seconds_total", () => Environment.CpuUsage.TotalTime.TotalSeconds, "s", "User and system time of the process, in seconds.");
        meter.CreateObservableGauge("process_resident_memory_bytes", () => Environment.WorkingSet, "By", "Resident memory of the process, in bytes.");
        meter.CreateObservableGauge("process_start_time_seconds", Started, "s", "When the process was started, in seconds since 1970.");
        meter.CreateObservableGauge("dotnet_heap_bytes", () => GC.GetTotalMemory(forceFullCollection: false), "By", "Bytes that the garbage collector thinks are in use.");
        meter.CreateObservableCounter("dotnet_collections_total", Collections, description: "Garbage collections, by generation.");
        meter.CreateObservableCounter("dotnet_allocated_bytes_total", () => GC.GetTotalAllocatedBytes(), "By", "Bytes that were allocated since the start.");
        meter.CreateObservableGauge("dotnet_threadpool_threads", () => ThreadPool.ThreadCount, description: "Threads of the thread pool.");
        meter.CreateObservableGauge("dotnet_threadpool_queue_length", () => ThreadPool.PendingWorkItemCount, description: "Work that waits for a thread of the pool.");
    }

    /// <summary>Makes the instruments, once.</summary>
    public static void Start()
    {
        // The static constructor does.
    }

    private static double Started()
    {
        using var process = Process.GetCurrentProcess();
        return (process.StartTime.ToUniversalTime() - s_epoch).TotalSeconds;
    }

    private static IEnumerable<Measurement<long>> Collections() =>
        Enumerable.Range(0, GC.MaxGeneration + 1).Select(generation => new Measurement<long>(GC.CollectionCount(generation), new KeyValuePair<string, object?>("generation", generation)));
}
