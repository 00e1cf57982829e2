namespace Ray.Benchmarks.Scale;

/// <summary>What one run cost.</summary>
/// <param name="Seconds">From the first create until everything was ready.</param>
/// <param name="Writes">Write requests that the operator, or the bare client, sent for one cluster.</param>
public sealed record Measurement(double Seconds, double Writes)
{
    /// <summary>CPU time of the operator for each cluster; 0 without an operator.</summary>
    public double CpuMilliseconds { get; init; }

    /// <summary>Peak resident memory of the operator; 0 without an operator.</summary>
    public double PeakMiB { get; init; }

    /// <summary>Requests by verb and resource, as the API server counted them.</summary>
    public IReadOnlyList<string> Requests { get; init; } = [];
}
