using k8s;
using k8s.Models;
using Kube;
using Ray.Api.V1;
using Ray.DevEnvironment.Chaos.Model;

namespace Ray.DevEnvironment.Chaos.Judging;

/// <summary>Compares what is there with what is wanted, when nothing happens any more. Pure.</summary>
public static class EndState
{
    private const string RedisFinalizer = Api.RayAnnotations.RedisCleanupFinalizer;

    /// <summary>What differs: nothing may.</summary>
    public static IReadOnlyList<Violation> Differences(IReadOnlyCollection<WantedCluster> wanted, Observation seen)
    {
        var clusters = seen.Clusters.ToDictionary(KeyOf);
        return
        [
            .. wanted.SelectMany(cluster => clusters.TryGetValue(cluster.Key, out var stored) ? OfCluster(cluster, stored, seen) : [new(cluster.Key, "is missing")]),
            .. seen.Clusters
                .Where(stored => wanted.All(cluster => cluster.Key != KeyOf(stored)))
                .Select(stored => new Violation(KeyOf(stored), $"is still there, with finalizers [{string.Join(", ", stored.Metadata.Finalizers ?? [])}]")),
            .. Orphans(seen),
        ];
    }

    private static IEnumerable<Violation> OfCluster(WantedCluster wanted, RayCluster stored, Observation seen)
    {
        var uid = stored.Metadata.Uid;
        if (stored.Metadata.DeletionTimestamp is not null)
        {
            return [new(wanted.Key, "is being deleted")];
        }

        List<V1Pod> pods = [.. seen.Pods.Where(pod => PodView.OwnerOf(pod) == uid)];
        var services = seen.Services.Where(service => IsOwnedBy(service, uid)).ToList();
        IEnumerable<string> all =
        [
            .. OfStatus(wanted, stored),
            .. wanted.IsSpoilt ? [] : PodDifferences.Of(wanted, pods),
            .. wanted.IsSpoilt ? [] : OfServices(wanted, services),
            .. wanted.IsSpoilt ? [] : OfRights(wanted, seen.Others.Where(other => IsOwnedBy(other, uid))),
        ];
        return all.Select(what => new Violation(wanted.Key, what));
    }

    private static IEnumerable<string> OfStatus(WantedCluster wanted, RayCluster stored)
    {
        var status = stored.Status ?? new();
        var state = wanted.IsSpoilt ? RayClusterState.Failed : wanted.IsSuspended ? RayClusterState.Suspended : RayClusterState.Ready;
        if (status.State != state)
        {
            yield return $"is {status.State ?? "in no state"}, not {state}";
        }

        if (status.ObservedGeneration != stored.Metadata.Generation)
        {
            yield return $"the status is that of generation {status.ObservedGeneration}, not of {stored.Metadata.Generation}";
        }

        var workers = wanted.IsSuspended ? 0 : wanted.Workers;
        if (!wanted.IsSpoilt && (status.AvailableWorkerReplicas ?? 0) != workers)
        {
            yield return $"the status tells of {status.AvailableWorkerReplicas} workers, not of {workers}";
        }

        if (!wanted.IsSpoilt && wanted.HasRedis != (stored.Metadata.Finalizers?.Contains(RedisFinalizer) == true))
        {
            yield return $"finalizers [{string.Join(", ", stored.Metadata.Finalizers ?? [])}], Redis: {wanted.HasRedis}";
        }
    }

    private static IEnumerable<string> OfServices(WantedCluster wanted, IReadOnlyCollection<V1Service> services)
    {
        var names = services.Select(service => service.Name()).ToList();
        foreach (var missing in wanted.Services.Except(names))
        {
            yield return $"service {missing} is missing";
        }

        foreach (var extra in names.Except([.. wanted.Services, .. wanted.HadHosts ? [wanted.Headless] : Array.Empty<string>()]))
        {
            yield return $"service {extra} is not wanted";
        }

        // One that is no longer wanted is nobody's care.
        foreach (var service in services.Where(service => wanted.Services.Contains(service.Name()) && !IsForCluster(service, wanted.Key.Name)))
        {
            yield return $"service {service.Name()} leads to other pods than the cluster's";
        }
    }

    private static bool IsForCluster(V1Service service, string cluster) =>
        service.Spec.Selector?.TryGetValue(Api.RayLabels.Cluster, out var to) == true && to == cluster;

    private static IEnumerable<string> OfRights(WantedCluster wanted, IEnumerable<IKubernetesObject<V1ObjectMeta>> owned)
    {
        string[] expected = wanted.IsAutoscaled ? [nameof(V1Role), nameof(V1RoleBinding), nameof(V1ServiceAccount)] : [];
        var found = owned.Select(other => other.GetType().Name).Order(StringComparer.Ordinal).ToArray();
        if (!expected.SequenceEqual(found))
        {
            yield return $"owns [{string.Join(", ", found)}], not [{string.Join(", ", expected)}]";
        }
    }

    // Whoever names an owner that is gone, and pods that belong to nobody.
    private static IEnumerable<Violation> Orphans(Observation seen)
    {
        var uids = seen.Clusters.Select(cluster => cluster.Metadata.Uid).Concat(seen.Others.OfType<V1Job>().Select(job => job.Metadata.Uid)).ToHashSet();
        IEnumerable<IKubernetesObject<V1ObjectMeta>> all = [.. seen.Pods, .. seen.Services, .. seen.Others];
        return
        [
            .. from resource in all
               where resource.Metadata.OwnerReferences?.Any(owner => !uids.Contains(owner.Uid)) == true
               select new Violation(ClusterOf(resource), $"{resource.GetType().Name} {resource.Name()} outlived its owner") { IsGarbage = true },
            .. from pod in seen.Pods
               where pod.Metadata.OwnerReferences is null or []
               select new Violation(PodView.ClusterOf(pod), $"pod {pod.Name()} belongs to nobody"),
        ];
    }

    private static ObjectKey ClusterOf(IKubernetesObject<V1ObjectMeta> resource) =>
        new(resource.Metadata.NamespaceProperty, resource.Metadata.OwnerReferences?[0].Name ?? "");

    private static bool IsOwnedBy(IKubernetesObject<V1ObjectMeta> resource, string? uid) =>
        resource.Metadata.OwnerReferences?.Any(owner => owner.Uid == uid && owner.Controller == true) == true;

    private static ObjectKey KeyOf(RayCluster cluster) => new(cluster.Metadata.NamespaceProperty, cluster.Metadata.Name);
}
