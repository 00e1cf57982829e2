using System.Collections.Concurrent;
using Kube;
using Kube.Runtime.Events;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;

namespace Ray.Operator.RayClusters.Applying;

/// <summary>
/// Tells the user of a cluster that a pass over it failed for no fault of the server: one event for each generation of the cluster. The
/// pass is tried again all the same.
/// </summary>
/// <param name="caches">Knows the clusters.</param>
/// <param name="events">Sends events.</param>
internal sealed class FaultReporter(ClusterCaches caches, EventRecorder events)
{
    private readonly ConcurrentDictionary<ObjectKey, (string? Uid, long? Generation)> _told = new();

    /// <summary>Reports a failure, unless one of the same generation was reported.</summary>
    public void Report(ObjectKey key, Exception fault)
    {
        if (caches.Clusters.Get(key) is not { } cluster)
        {
            return;
        }

        var generation = (cluster.Metadata.Uid, cluster.Metadata.Generation);
        if (_told.TryGetValue(key, out var told) && told == generation)
        {
            return;
        }

        _told[key] = generation;
        events.Record(
            cluster,
            EventType.Warning,
            Notices.ReconcileFailed,
            "Reconcile",
            $"The operator failed at this cluster and tries again; its log tells more: {fault.GetType().Name}: {fault.Message}");
    }

    /// <summary>Forgets a cluster that is gone.</summary>
    public void Forget(ObjectKey cluster) => _told.TryRemove(cluster, out _);
}
