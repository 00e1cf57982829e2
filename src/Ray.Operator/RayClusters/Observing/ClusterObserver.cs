using System.Collections.Immutable;
using k8s;
using k8s.Models;
using Kube;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Desired;
using Ray.Operator.RayClusters.Desired.Metadata;

namespace Ray.Operator.RayClusters.Observing;

/// <summary>Takes snapshots of clusters, from caches alone: a look costs the API server nothing.</summary>
/// <param name="caches">The caches.</param>
/// <param name="expectations">Writes that the caches may not show yet.</param>
/// <param name="ownWrites">Statuses that the caches may not show yet.</param>
/// <param name="settings">The operator's settings.</param>
/// <param name="time">The clock.</param>
/// <param name="entropy">Draws random bytes.</param>
internal sealed class ClusterObserver(
    ClusterCaches caches, ExpectationTracker expectations, OwnWrites ownWrites, OperatorSettings settings, TimeProvider time,
    Func<byte[]> entropy)
{
    /// <summary>
    /// Looks at a cluster. Null when there is nothing to do for it: it is gone, or going and not held by our finalizer (its objects go with
    /// it by their owner references), or another controller manages it.
    /// </summary>
    public ClusterSnapshot? Observe(ObjectKey key)
    {
        var cluster = caches.Clusters.Get(key);
        if (cluster is null
            || (cluster.Metadata.DeletionTimestamp is not null
                && cluster.Metadata.Finalizers?.Contains(RayAnnotations.RedisCleanupFinalizer) != true)
            || cluster.Spec?.ManagedBy is not (null or ClusterManager.Operator))
        {
            expectations.Forget(key);
            ownWrites.Forget(key);
            return null;
        }

        cluster = ownWrites.Newest(key, cluster);
        var uid = cluster.Metadata.Uid ?? "";
        var now = time.GetUtcNow();

        // What is still unseen is asked first: the lists read afterwards then hold at least what was found seen.
        var unseen = expectations.Unmet(key, uid, e => caches.Find(key.Namespace, e), now);
        var (pods, unreadable) = PodsOf(uid);
        var services = caches.Services.OwnedBy(uid);
        return new ClusterSnapshot
        {
            Cluster = cluster,
            Unseen = unseen,
            Pods = pods,
            UnreadablePods = unreadable,
            HeadServices = [.. services.Where(IsOfHead)],
            Objects = [.. services.Where(s => !IsOfHead(s)), .. caches.Around.OwnedBy(uid)],
            ForeignObjects = [.. ForeignObjects(cluster, uid)],
            Entropy = [.. entropy()],
            ForeignHeadService = ForeignHeadService(cluster, uid),
            ForeignPodNames = ForeignPodNames(cluster, uid),
            Now = now,
            Settings = settings,
        };
    }

    // A pod may become readable, or cease to be, between two looks: only one look before and one after surely find it somewhere.
    private (ImmutableArray<V1Pod> Pods, ImmutableArray<UndecodableObject> Unreadable) PodsOf(string uid)
    {
        var before = caches.UnreadablePods();
        ImmutableArray<V1Pod> pods = [.. caches.Pods.OwnedBy(uid)];
        var after = caches.UnreadablePods();
        if (before.Count == 0 && after.Count == 0)
        {
            return (pods, []);
        }

        var readable = pods.Select(PodFacts.NameOf).ToHashSet(StringComparer.Ordinal);
        var unreadable = after.Concat(before)
            .Where(p => p.ControllerUid == uid && !readable.Contains(p.Key.Name))
            .DistinctBy(p => p.Key)
            .OrderBy(p => p.Key.Name, StringComparer.Ordinal);
        return (pods, [.. unreadable]);
    }

    private V1Service? ForeignHeadService(RayCluster cluster, string uid)
    {
        if (cluster.Spec?.HeadGroupSpec is null)
        {
            return null;
        }

        var service = caches.Services.Get(new(cluster.Metadata.NamespaceProperty, HeadService.NameOf(cluster)));
        return service is null || IsControlledBy(service.Metadata, uid) ? null : service;
    }

    // The names that the builders give to objects that somebody else may have made before.
    private IEnumerable<IKubernetesObject<V1ObjectMeta>> ForeignObjects(RayCluster cluster, string uid)
    {
        var name = cluster.Metadata.Name ?? "";
        string[] services = [ObjectNames.HeadlessWorkerService(name), ObjectNames.ServeService(name)];
        string[] others =
        [
            AutoscalerServiceAccount.NameOf(cluster), AutoscalerRole.NameOf(cluster), AuthSecret.NameOf(cluster),
            GcsVolumeClaim.NameOf(cluster), DashboardIngress.NameOf(cluster), RedisCleanupJob.NameOf(cluster),
            ObjectNames.HeadNetworkPolicy(name),
            .. (cluster.Spec?.WorkerGroupSpecs ?? []).Select(g => ObjectNames.WorkerNetworkPolicy(name, g.GroupName ?? "")),
        ];
        return services.Select(n => caches.Services.Get(new(cluster.Metadata.NamespaceProperty, n)))
            .OfType<IKubernetesObject<V1ObjectMeta>>()
            .Concat(others.Distinct().SelectMany(n => caches.Around.Named(new(cluster.Metadata.NamespaceProperty, n))))
            .Where(o => !IsControlledBy(o.Metadata, uid));
    }

    private static bool IsOfHead(V1Service service) =>
        service.Metadata.Labels?.TryGetValue(RayLabels.NodeType, out var type) == true && type == RayNodeTypes.Head;

    private ImmutableHashSet<string> ForeignPodNames(RayCluster cluster, string uid)
    {
        var named = (cluster.Spec?.WorkerGroupSpecs ?? []).SelectMany(g => g.ScaleStrategy?.WorkersToDelete ?? []);
        return [.. named.Where(IsForeign)];

        bool IsForeign(string name) =>
            caches.Pods.Get(new(cluster.Metadata.NamespaceProperty, name)) is { } pod && !IsControlledBy(pod.Metadata, uid);
    }

    private static bool IsControlledBy(V1ObjectMeta metadata, string uid) =>
        metadata.OwnerReferences?.Any(o => o.Controller == true && o.Uid == uid) == true;
}
