using System.Collections.Immutable;

namespace Ray.Benchmarks.Scale;

/// <summary>What it took until things were ready.</summary>
/// <param name="HalfSeconds">From the first create until half was ready.</param>
/// <param name="AllSeconds">From the first create until all was ready.</param>
public sealed record Duration(double HalfSeconds, double AllSeconds);

/// <summary>What the operator cost in one run.</summary>
/// <param name="Clusters">How many clusters there were.</param>
/// <param name="Pods">How many pods each of them had, the head among them.</param>
/// <param name="Ready">How long it took.</param>
/// <param name="Floor">How long a bare client took that created the same pods and services.</param>
public sealed record Measurement(int Clusters, int Pods, Duration Ready, Duration Floor)
{
    /// <summary>CPU time of the operator from the first create until all was ready, in milliseconds a cluster.</summary>
    public required double CreationMilliseconds { get; init; }

    /// <summary>CPU time of the operator from the first delete until nothing was left, in milliseconds a cluster.</summary>
    public required double DeletionMilliseconds { get; init; }

    /// <summary>Largest resident memory of the operator until all was ready, in MiB.</summary>
    public required double PeakMiB { get; init; }

    /// <summary>Requests of the operator from the first create until its last event, by verb, resource and answer.</summary>
    public required ImmutableSortedDictionary<string, int> Requests { get; init; }

    /// <summary>Write requests of the operator a cluster.</summary>
    public required double Writes { get; init; }

    /// <summary>Status writes a cluster; they are among the writes.</summary>
    public required double StatusWrites { get; init; }

    /// <summary>Writes that the server refused because somebody else was faster (409).</summary>
    public required int Conflicts { get; init; }
}
