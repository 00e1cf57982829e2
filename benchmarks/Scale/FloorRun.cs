using System.Diagnostics;
using k8s.Models;
using Kube;
using Ray.DevEnvironment;

namespace Ray.Benchmarks.Scale;

/// <summary>
/// The least that any operator must do: a bare client creates the very objects that the operator made, and waits until the pods are ready.
/// </summary>
public sealed class FloorRun(RayEnvironment environment, string source)
{
    private readonly ResourceClient<V1Pod> _pods = new(environment.Transport, BuiltInResources.Pods);
    private readonly ResourceClient<V1Service> _services = new(environment.Transport, BuiltInResources.Services);

    /// <summary>How many creates run at once, on both sides of the comparison.</summary>
    public static ParallelOptions Parallelism(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = 16, CancellationToken = cancellationToken };

    /// <summary>Runs in a namespace of its own, with copies of what stands in the source namespace.</summary>
    public async Task<Measurement> MeasureAsync(string ns, int clusters, CancellationToken cancellationToken)
    {
        var pods = (await _pods.ListAsync(source, null, cancellationToken)).Items.Select(pod => Copy(pod, ns)).ToArray();
        var services = (await _services.ListAsync(source, null, cancellationToken)).Items.Select(service => Copy(service, ns)).ToArray();
        await new ResourceClient<V1Namespace>(environment.Transport, BuiltInResources.Namespaces)
            .CreateAsync(new V1Namespace { Metadata = new V1ObjectMeta { Name = ns } }, null, cancellationToken);

        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(services, Parallelism(cancellationToken), async (service, ct) => await _services.CreateAsync(service, null, ct));
        await Parallel.ForEachAsync(pods, Parallelism(cancellationToken), async (pod, ct) => await _pods.CreateAsync(pod, null, ct));
        await AllReadyAsync(ns, pods.Length, cancellationToken);
        return new Measurement(watch.Elapsed.TotalSeconds, (pods.Length + services.Length) / (double)clusters);
    }

    private async Task AllReadyAsync(string ns, int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            var list = await _pods.ListAsync(ns, new ListOptions { ResourceVersion = "0" }, cancellationToken);
            if (list.Items.Count == count && list.Items.All(IsReady))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
        }
    }

    private static bool IsReady(V1Pod pod) => pod.Status?.Conditions?.Any(condition => condition is { Type: "Ready", Status: "True" }) == true;

    private static V1Pod Copy(V1Pod pod, string ns) => new()
    {
        Metadata = Copy(pod.Metadata, ns),
        Spec = pod.Spec with { NodeName = null },
    };

    private static V1Service Copy(V1Service service, string ns) => new()
    {
        Metadata = Copy(service.Metadata, ns),
        Spec = service.Spec with { ClusterIP = service.Spec.ClusterIP == "None" ? "None" : null, ClusterIPs = null },
    };

    private static V1ObjectMeta Copy(V1ObjectMeta metadata, string ns) => new()
    {
        Name = metadata.Name,
        NamespaceProperty = ns,
        Labels = metadata.Labels,
        Annotations = metadata.Annotations,
    };
}
