using System.Collections.Concurrent;
using k8s.Models;
using Kube;
using Kube.Runtime.Client;
using Ray.Api.V1;
using Ray.DevEnvironment;

namespace Ray.Benchmarks.Scale;

/// <summary>
/// The least that any operator must do: a bare client creates the very objects that the operator made, owner references included and under the
/// operator's own account, and the RayClusters that its users did, and waits until the pods are ready.
/// </summary>
internal sealed class FloorRun(RayEnvironment environment)
{
    private readonly ResourceClient<V1Pod> _pods = Pods(environment.Transport);
    private readonly RayClusterClient _clusters = environment.RayClusters();
    private readonly ResourceClient<V1Service> _services = Services(environment.Transport);

    /// <summary>How many creates run at once, on both sides of the comparison.</summary>
    public static ParallelOptions Parallelism(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = 16, CancellationToken = cancellationToken };

    /// <summary>Whether a pod is ready.</summary>
    public static bool IsReady(V1Pod pod) => pod.Status?.Conditions?.Any(condition => condition is { Type: "Ready", Status: "True" }) == true;

    /// <summary>Copies what the operator made in one namespace, to be created in another.</summary>
    public async Task<(IReadOnlyList<V1Pod> Pods, IReadOnlyList<V1Service> Services)> CopyAsync(
        string source, string ns, CancellationToken cancellationToken)
    {
        var pods = await _pods.ListAsync(source, null, cancellationToken);
        var services = await _services.ListAsync(source, null, cancellationToken);
        return ([.. pods.Items.Select(pod => Copy(pod, ns))], [.. services.Items.Select(service => Copy(service, ns))]);
    }

    /// <summary>Waits until a namespace has no services any more.</summary>
    public async Task NoneLeftAsync(string ns, CancellationToken cancellationToken)
    {
        while ((await _services.ListAsync(ns, null, cancellationToken)).Items.Count > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>Creates the copies in a namespace of their own, waits until the pods are ready, and deletes the namespace.</summary>
    public async Task<Duration> MeasureAsync(
        string ns, IReadOnlyList<RayCluster> clusters, IReadOnlyList<V1Pod> pods, IReadOnlyList<V1Service> services,
        CancellationToken cancellationToken)
    {
        // Whoever is no administrator pays for the check of its permissions, and the audit log is kept of the operator's account.
        var connection = await ApiServerConnection.LoadAsync(new ConnectionOptions { KubeConfigPath = environment.OperatorKubeConfig }, cancellationToken);
        using var transport = new ApiTransport(connection);
        var (podWriter, serviceWriter) = (Pods(transport), Services(transport));
        await using var space = await ScratchNamespace.CreateAsync(environment, ns, cancellationToken);
        await using var readiness = await Readiness<V1Pod>.WatchAsync(
            environment.Transport, BuiltInResources.Pods, ns, pods.Count, IsReady, cancellationToken);
        readiness.Start();
        var owners = new ConcurrentDictionary<string, string>();
        await Parallel.ForEachAsync(clusters, Parallelism(cancellationToken), async (cluster, ct) =>
            owners[cluster.Metadata.Name] = (await _clusters.CreateAsync(cluster, null, ct)).Metadata.Uid);
        await Parallel.ForEachAsync(services, Parallelism(cancellationToken), async (service, ct) =>
            await serviceWriter.CreateAsync(service with { Metadata = OwnedBy(owners, service.Metadata) }, null, ct));
        await Parallel.ForEachAsync(pods, Parallelism(cancellationToken), async (pod, ct) =>
            await podWriter.CreateAsync(pod with { Metadata = OwnedBy(owners, pod.Metadata) }, null, ct));
        return await readiness.AllAsync(cancellationToken);
    }

    private static ResourceClient<V1Pod> Pods(IApiTransport transport) => new(transport, BuiltInResources.Pods);

    private static ResourceClient<V1Service> Services(IApiTransport transport) => new(transport, BuiltInResources.Services);

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
        OwnerReferences = metadata.OwnerReferences,
    };

    // The garbage collector looks up every owner, whoever made the object.
    private static V1ObjectMeta OwnedBy(ConcurrentDictionary<string, string> uids, V1ObjectMeta metadata) => metadata with
    {
        OwnerReferences = [.. metadata.OwnerReferences!.Select(owner => owner with { Uid = uids[owner.Name] })],
    };
}
