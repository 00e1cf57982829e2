using System.Diagnostics;
using k8s.Models;
using Kube;
using Ray.Api.V1;
using Ray.DevEnvironment;

namespace Ray.Benchmarks.Scale;

/// <summary>Creates RayClusters and waits until the operator has made them all ready.</summary>
public sealed class OperatorRun(RayEnvironment environment, int clusters, int workers)
{
    private readonly RayClusterClient _clusters = environment.RayClusters();

    /// <summary>Runs in a namespace of its own and leaves the objects there.</summary>
    public async Task<Measurement> MeasureAsync(string ns, CancellationToken cancellationToken)
    {
        await new ResourceClient<V1Namespace>(environment.Transport, BuiltInResources.Namespaces)
            .CreateAsync(new V1Namespace { Metadata = new V1ObjectMeta { Name = ns } }, null, cancellationToken);
        await using var @operator = await environment.StartOperatorAsync(cancellationToken);
        using var http = environment.ControlPlane.CreateHttpClient();
        var before = await ApiServerRequests.ReadAsync(http, cancellationToken);
        var cpu = @operator.ProcessorTime;

        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(
            0, clusters, FloorRun.Parallelism(cancellationToken), async (index, ct) => await _clusters.CreateAsync(Clusters.Of(ns, $"scale-{index}", ("small", workers)), null, ct));
        await AllReadyAsync(ns, cancellationToken);
        var elapsed = watch.Elapsed;

        // Events are written in the background; their cost belongs to the run, their time does not.
        var busy = @operator.ProcessorTime - cpu;
        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System, cancellationToken);
        var requests = (await ApiServerRequests.ReadAsync(http, cancellationToken)).Since(before);
        var measured = new Measurement(elapsed.TotalSeconds, WritesOfOperator(requests) / (double)clusters)
        {
            CpuMilliseconds = busy.TotalMilliseconds / clusters,
            PeakMiB = @operator.PeakMemory / 1048576.0,
            Requests = [.. requests.Of("services", "pods", "events", "rayclusters").Select(count => count.ToString())],
        };
        await @operator.StopAsync(cancellationToken);
        return measured;
    }

    // The API server does not say who wrote. What others write is known: clusters are ours to create, nodes write pod statuses, and the
    // scheduler writes one binding and one event for each pod.
    private long WritesOfOperator(ApiServerRequests requests)
    {
        var pods = clusters * (workers + 1L);
        var others = requests.Of("pods").Where(count => count.IsWrite && count.Subresource is "status" or "binding").Sum(count => count.Count);
        return requests.WritesOf("services", "pods", "events", "rayclusters") - others - pods - clusters;
    }

    private async Task AllReadyAsync(string ns, CancellationToken cancellationToken)
    {
        while (true)
        {
            var list = await _clusters.ListAsync(ns, new ListOptions { ResourceVersion = "0" }, cancellationToken);
            if (list.Items.Count == clusters && list.Items.All(cluster => cluster.Status?.State == "ready"))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
        }
    }
}
