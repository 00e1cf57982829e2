using System.Text.Json.Nodes;
using Kube;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;

namespace Ray.Operator.RayClusters.Applying;

/// <summary>Adds our finalizer to a cluster and removes it; those of others stay.</summary>
/// <param name="clusters">Writes clusters.</param>
/// <param name="ownWrites">Remembers what was written.</param>
[Rbac<RayCluster>(RbacVerbs.Patch)]
internal sealed class FinalizerWriter(ResourceClient<RayCluster> clusters, OwnWrites ownWrites)
{
    private static readonly WriteOptions s_asOperator = new() { FieldManager = PlanExecutor.FieldManager };

    /// <summary>Writes, unless the cluster changed since it was looked at.</summary>
    public async Task<ActionResult> SetAsync(ClusterSnapshot snapshot, SetFinalizer action, CancellationToken cancellationToken)
    {
        var (@namespace, name) = snapshot.Key;
        var others = (snapshot.Cluster.Metadata.Finalizers ?? []).Where(f => f != RayAnnotations.RedisCleanupFinalizer);
        string[] after = action.IsWanted ? [.. others, RayAnnotations.RedisCleanupFinalizer] : [.. others];
        var patch = new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["resourceVersion"] = snapshot.Cluster.Metadata.ResourceVersion,
                ["finalizers"] = new JsonArray([.. after.Select(f => JsonValue.Create(f))]),
            },
        };
        try
        {
            var stored = await clusters.PatchAsync(name, @namespace, Patch.Merge(patch), s_asOperator, cancellationToken);
            ownWrites.Remember(snapshot.Key, snapshot.Cluster, stored);
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            // Gone meanwhile.
        }
        catch (ApiException e)
        {
            return new(action, name, e.Message);
        }

        return new(action, name);
    }
}
