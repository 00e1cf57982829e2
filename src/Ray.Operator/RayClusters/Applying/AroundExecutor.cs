using k8s;
using k8s.Models;
using Kube;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;

namespace Ray.Operator.RayClusters.Applying;

/// <summary>Carries out what a plan wants of the objects around the pods.</summary>
/// <param name="writer">Sends the requests.</param>
/// <param name="expectations">Remembers what was written.</param>
/// <param name="time">The clock.</param>
internal sealed class AroundExecutor(AroundWriter writer, ExpectationTracker expectations, TimeProvider time)
{
    private static readonly WriteOptions s_asOperator = new() { FieldManager = PlanExecutor.FieldManager };

    /// <summary>Creates an object by server-side apply, or makes it what is wanted.</summary>
    public async Task<ActionResult> ApplyAsync(ClusterSnapshot snapshot, ApplyObject action, CancellationToken cancellationToken)
    {
        var name = action.Object.Metadata.Name ?? "";
        try
        {
            // The caches do not hold all objects of a kind: one of somebody else's must not be taken over for want of a look at it.
            if (action.Observed is null && await IsForeignAsync(snapshot, action.Object, cancellationToken))
            {
                return new(action, name, $"{action.Object.Kind} {name} already exists and is not owned by this RayCluster", WasThere: true);
            }

            var options = s_asOperator with { Force = action.Observed is not null };
            var stored = await writer.ApplyAsync(action.Object, options, cancellationToken);
            var (mark, change) = action.Observed is { } observed
                ? (observed.Metadata.ResourceVersion, ExpectedChange.Updated)
                : (stored.Uid, ExpectedChange.Created);
            Expect(snapshot, action.Object, mark, change);
            return new(action, name);
        }
        catch (ApiException e)
        {
            return new(action, name, e.Message);
        }
    }

    /// <summary>Creates an object; one that is there already is left as it is.</summary>
    public async Task<ActionResult> CreateAsync(ClusterSnapshot snapshot, CreateObject action, CancellationToken cancellationToken)
    {
        var name = action.Object.Metadata.Name ?? "";
        try
        {
            var stored = await writer.CreateAsync(action.Object, s_asOperator, cancellationToken);
            Expect(snapshot, action.Object, stored.Uid, ExpectedChange.Created);
            return new(action, name);
        }
        catch (ApiException e) when (e.IsConflict)
        {
            Expect(snapshot, action.Object, "", ExpectedChange.Elsewhere);
            return new(action, name, WasThere: true);
        }
        catch (ApiException e)
        {
            return new(action, name, e.Message);
        }
    }

    /// <summary>Deletes an object.</summary>
    public async Task<ActionResult> DeleteAsync(ClusterSnapshot snapshot, DeleteObject action, CancellationToken cancellationToken)
    {
        var name = action.Object.Metadata.Name ?? "";
        try
        {
            await writer.DeleteAsync(action.Object, cancellationToken);
        }
        catch (ApiException e) when (e.IsNotFound || e.IsConflict)
        {
            // Gone already, or a namesake took its place.
        }
        catch (ApiException e)
        {
            return new(action, name, e.Message);
        }

        Expect(snapshot, action.Object, action.Object.Metadata.Uid, ExpectedChange.Deleted);
        return new(action, name);
    }

    /// <summary>Sets the owners of a claim, unless it changed since it was looked at.</summary>
    public async Task<ActionResult> SetOwnersAsync(ClusterSnapshot snapshot, SetClaimOwners action, CancellationToken cancellationToken)
    {
        var name = action.Claim.Metadata.Name ?? "";
        try
        {
            await writer.SetOwnersAsync(action.Claim, action.Owners, s_asOperator, cancellationToken);
            Expect(snapshot, action.Claim, action.Claim.Metadata.ResourceVersion, ExpectedChange.Updated);
            return new(action, name);
        }
        catch (ApiException e)
        {
            return new(action, name, e.Message);
        }
    }

    private async Task<bool> IsForeignAsync(
        ClusterSnapshot snapshot, IKubernetesObject<V1ObjectMeta> wanted, CancellationToken cancellationToken)
    {
        if (wanted is V1Service)
        {
            // All services are cached.
            return false;
        }

        try
        {
            var found = await writer.GetAsync(wanted, cancellationToken);
            return found.OwnerReferences?.Any(o => o.Controller == true && o.Uid == snapshot.Uid) != true;
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            return false;
        }
    }

    private void Expect(ClusterSnapshot snapshot, IKubernetesObject<V1ObjectMeta> about, string? mark, ExpectedChange change) =>
        expectations.Record(
            snapshot.Key,
            snapshot.Uid,
            new(Expectation.GroupOf(about), about.Metadata.Name ?? "", mark ?? "", change, time.GetUtcNow() + Expectation.Timeout));
}
