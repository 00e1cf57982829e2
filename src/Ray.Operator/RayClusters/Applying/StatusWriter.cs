using System.Collections.Concurrent;
using Kube;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Status;

namespace Ray.Operator.RayClusters.Applying;

/// <summary>
/// Writes statuses: only what differs, only when something does, at most once a pass. Progress that is not urgent is held back for a
/// moment, so that pods that start together make one write.
/// </summary>
/// <param name="clusters">Writes clusters.</param>
/// <param name="ownWrites">Remembers what was written.</param>
[Rbac<RayCluster>(RbacVerbs.Patch, Subresource = "status")]
internal sealed class StatusWriter(ResourceClient<RayCluster> clusters, OwnWrites ownWrites)
{
    private static readonly WriteOptions s_asOperator = new() { FieldManager = PlanExecutor.FieldManager };
    private readonly ConcurrentDictionary<ObjectKey, DateTimeOffset> _heldSince = new();

    /// <summary>Writes the status if it is time to.</summary>
    /// <param name="snapshot">What the status was computed from.</param>
    /// <param name="status">The status.</param>
    /// <param name="isLastChance">Whether it must be written now: the next pass may be long in coming.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>When the status is to be written; null when there is nothing (left) to write.</returns>
    public async Task<TimeSpan?> WriteAsync(
        ClusterSnapshot snapshot, RayClusterStatus status, bool isLastChance, CancellationToken cancellationToken)
    {
        var patch = StatusPatch.Between(snapshot.Cluster.Status, status);
        if (patch.IsEmpty)
        {
            _heldSince.TryRemove(snapshot.Key, out _);
            return null;
        }

        if (!isLastChance && !StatusUrgency.IsUrgent(snapshot.Cluster.Status, status))
        {
            var left = _heldSince.GetOrAdd(snapshot.Key, snapshot.Now) + StatusUrgency.Patience(snapshot.Cluster.Status) - snapshot.Now;
            if (left > TimeSpan.Zero)
            {
                return left;
            }
        }

        _heldSince.TryRemove(snapshot.Key, out _);
        var (@namespace, name) = snapshot.Key;
        try
        {
            var stored = await clusters.PatchStatusAsync(name, @namespace, Patch.Merge(patch.ForObject()), s_asOperator, cancellationToken);
            ownWrites.Remember(snapshot.Key, snapshot.Cluster, stored);
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            // The cluster was deleted meanwhile; the caches will say so in a moment.
        }

        return null;
    }

    /// <summary>Forgets a cluster that is gone.</summary>
    public void Forget(ObjectKey cluster) => _heldSince.TryRemove(cluster, out _);
}
