using System.Collections.Immutable;
using k8s.Models;
using Kube;
using Ray.Api.V1;
using Ray.DevEnvironment;

namespace Ray.Benchmarks.Scale;

/// <summary>
/// Creates RayClusters, waits until the operator has made them all ready, deletes them again, and compares with a bare client in the same
/// minute: on a machine that others use as well, neighbours in time are comparable and nothing else is.
/// </summary>
internal sealed class OperatorRun(RayEnvironment environment, int clusters, int workers)
{
    // Events are written while nothing else is to be done, some of them after the last status.
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(3);

    private readonly RayClusterClient _clusters = environment.RayClusters();
    private readonly FloorRun _floor = new(environment);

    /// <summary>Runs once.</summary>
    /// <param name="ns">Prefix of the namespaces, which are new.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Measurement> MeasureAsync(string ns, CancellationToken cancellationToken)
    {
        await using var space = await ScratchNamespace.CreateAsync(environment, ns, cancellationToken);
        await using var ready = await Readiness<RayCluster>.WatchAsync(
            environment.Transport, RayCluster.ResourceType, ns, clusters, cluster => cluster.Status?.State == "ready", cancellationToken);
        await using var @operator = await environment.StartOperatorAsync(cancellationToken);
        var earlier = (await environment.OperatorRequests.ReadAsync(cancellationToken)).Count;

        var cpu = @operator.ProcessorTime;
        ready.Start();
        await ForEachClusterAsync((name, ct) => _clusters.CreateAsync(ClusterOf(ns, name), null, ct), cancellationToken);
        var duration = await ready.AllAsync(cancellationToken);
        var requests = (await RequestsAsync(cancellationToken)).Skip(earlier).ToArray();
        var creation = @operator.ProcessorTime - cpu;
        var peak = @operator.PeakMemory;
        var (podCopies, serviceCopies) = await _floor.CopyAsync(ns, ns + "-floor", cancellationToken);

        // Only now: while the clusters were made there was one watch, as there will be while the bare client makes its pods.
        await using var pods = await Readiness<V1Pod>.WatchAsync(
            environment.Transport, BuiltInResources.Pods, ns, clusters * (workers + 1), FloorRun.IsReady, cancellationToken);
        cpu = @operator.ProcessorTime;
        await ForEachClusterAsync((name, ct) => _clusters.DeleteAsync(name, ns, null, ct), cancellationToken);
        await pods.GoneAsync(cancellationToken);
        var deletion = @operator.ProcessorTime - cpu;
        await @operator.StopAsync(cancellationToken);

        // The garbage collector may still be at it.
        await _floor.NoneLeftAsync(ns, cancellationToken);
        var floorSpace = ns + "-floor";
        RayCluster[] clusterCopies = [.. Enumerable.Range(0, clusters).Select(index => ClusterOf(floorSpace, NameOf(index)))];
        var floor = await _floor.MeasureAsync(floorSpace, clusterCopies, podCopies, serviceCopies, cancellationToken);
        var writes = requests.Where(request => request.IsWrite).ToArray();
        return new(clusters, workers + 1, duration, floor)
        {
            CreationMilliseconds = creation.TotalMilliseconds / clusters,
            DeletionMilliseconds = deletion.TotalMilliseconds / clusters,
            PeakMiB = peak / 1048576.0,
            Requests = requests.CountBy(KindOf).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Writes = writes.Length / (double)clusters,
            StatusWrites = writes.Count(request => KindOf(request).Contains("/status", StringComparison.Ordinal)) / (double)clusters,
            Conflicts = writes.Count(request => request.Code == 409),
        };
    }

    // All requests, once no more came for a while.
    private async Task<IReadOnlyList<AuditedRequest>> RequestsAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(5));
        var requests = await environment.OperatorRequests.ReadAsync(limit.Token);
        int before;
        do
        {
            before = requests.Count;
            await Task.Delay(s_quiet, TimeProvider.System, limit.Token);
            requests = await environment.OperatorRequests.ReadAsync(limit.Token);
        }
        while (requests.Count > before);
        return requests;
    }

    private Task ForEachClusterAsync(Func<string, CancellationToken, Task> act, CancellationToken cancellationToken) => Parallel.ForAsync(
        0, clusters, FloorRun.Parallelism(cancellationToken), async (index, ct) => await act(NameOf(index), ct));

    private RayCluster ClusterOf(string ns, string name) => Clusters.Of(ns, name, ("small", workers));

    private static string NameOf(int index) => $"scale-{index}";

    // "/apis/ray.io/v1/namespaces/x/rayclusters/y/status?..." becomes "patch rayclusters/status 200".
    private static string KindOf(AuditedRequest request)
    {
        var parts = request.Uri.Split('?')[0].Trim('/').Split('/');
        var rest = parts[(parts[0] == "api" ? 2 : 3)..];
        rest = rest is ["namespaces", _, _, ..] ? rest[2..] : rest;
        return $"{request.Verb} {rest[0]}{(rest.Length > 2 ? "/" + rest[2] : "")} {request.Code}";
    }
}
