using Ray.DevEnvironment;

namespace Ray.Benchmarks.Scale;

/// <summary>Starts the operator where a cluster waits for it, and asks the API server's audit log when the first write came.</summary>
internal sealed class StartRun(RayEnvironment environment)
{
    /// <summary>Seconds from the start of the process to its first write, and its resident memory then in MiB.</summary>
    public async Task<(double Seconds, double MiB)> MeasureAsync(string ns, CancellationToken cancellationToken)
    {
        await using var space = await ScratchNamespace.CreateAsync(environment, ns, cancellationToken);
        await environment.RayClusters().CreateAsync(Clusters.Of(ns, "waiting", ("small", 1)), null, cancellationToken);
        var earlier = (await environment.OperatorRequests.ReadAsync(cancellationToken)).Count;
        await using var @operator = await environment.StartOperatorAsync(cancellationToken);
        while (true)
        {
            var requests = await environment.OperatorRequests.ReadAsync(cancellationToken);
            if (requests.Skip(earlier).FirstOrDefault(request => request.IsWrite) is { } first)
            {
                return ((first.ReceivedAt - @operator.StartedAt).TotalSeconds, @operator.PeakMemory / 1048576.0);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }
    }
}
