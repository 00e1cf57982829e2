using k8s.Models;
using Kube;
using Kube.Runtime.Caching;
using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Observing;

/// <summary>The caches that snapshots are taken from.</summary>
/// <param name="Clusters">RayClusters.</param>
/// <param name="Pods">Pods that belong to Ray clusters.</param>
/// <param name="Services">Services.</param>
/// <param name="Around">The other objects around the pods.</param>
/// <param name="UnreadablePods">Pods that exist, but that <paramref name="Pods"/> cannot hold.</param>
internal sealed record ClusterCaches(
    ILister<RayCluster> Clusters, ILister<V1Pod> Pods, ILister<V1Service> Services, AroundCaches Around,
    Func<IReadOnlyList<UndecodableObject>> UnreadablePods)
{
    /// <summary>What the caches hold of an expected object; null when they do not hold it.</summary>
    public V1ObjectMeta? Find(string @namespace, Expectation expectation)
    {
        var key = new ObjectKey(@namespace, expectation.Name);
        return !expectation.IsAroundPods ? FindPod(key)
            : expectation.Group == Expectation.HeadServiceGroup ? Services.Get(key)?.Metadata
            : Around.Named(key).FirstOrDefault(o => Expectation.GroupOf(o) == expectation.Group)?.Metadata;
    }

    /// <summary>What the caches hold of a pod, though it be one that cannot be read; null when they do not hold it.</summary>
    public V1ObjectMeta? FindPod(ObjectKey key) => Pods.Get(key)?.Metadata
        ?? (UnreadablePods().FirstOrDefault(p => p.Key == key) is { } unreadable
            ? new V1ObjectMeta { Name = key.Name, NamespaceProperty = key.Namespace, Uid = unreadable.Uid }
            : null);
}
