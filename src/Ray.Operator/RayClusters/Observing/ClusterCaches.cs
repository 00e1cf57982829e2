using k8s.Models;
using Kube;
using Kube.Runtime.Caching;
using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Observing;

/// <summary>The caches that snapshots are taken from.</summary>
/// <param name="Clusters">RayClusters.</param>
/// <param name="Pods">Pods that belong to Ray clusters.</param>
/// <param name="Services">Services that belong to Ray clusters.</param>
/// <param name="UnreadablePods">Pods that exist, but that <paramref name="Pods"/> cannot hold.</param>
internal sealed record ClusterCaches(
    ILister<RayCluster> Clusters, ILister<V1Pod> Pods, ILister<V1Service> Services, Func<IReadOnlyList<UndecodableObject>> UnreadablePods);
