using System.Collections.Immutable;
using System.Text.Json.Nodes;
using k8s.Models;
using Kube;
using Kube.Runtime;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;

namespace Ray.Operator.RayClusters.Applying;

/// <summary>
/// Carries a plan out: neighbouring writes of one kind side by side, kind after kind. After a failure the rest is dropped. Every write that
/// changed which pods there are is remembered until the caches show it.
/// </summary>
/// <param name="pods">Writes pods.</param>
/// <param name="around">Writes the objects around the pods.</param>
/// <param name="finalizers">Writes finalizers of clusters.</param>
/// <param name="expectations">Remembers what was written.</param>
/// <param name="time">The clock.</param>
/// <param name="stopping">Cancelled when the process is asked to stop: what runs is finished, nothing new begins.</param>
[Rbac<V1Pod>(RbacVerbs.Create, RbacVerbs.Delete, RbacVerbs.Patch)] // Patched are the annotations of heads that another operator made.

// Pods and services are owned by their RayCluster with blockOwnerDeletion. Servers that run the admission plugin
// OwnerReferencesPermissionEnforcement allow that only to those who may update the owner's finalizers.
[Rbac<RayCluster>(RbacVerbs.Update, Subresource = "finalizers")]
internal sealed class PlanExecutor(
    ResourceClient<V1Pod> pods, AroundExecutor around, FinalizerWriter finalizers, ExpectationTracker expectations, TimeProvider time,
    CancellationToken stopping = default)
{
    /// <summary>Name under which the server records the fields that we set.</summary>
    public const string FieldManager = "ray-operator";

    private static readonly WriteOptions s_asOperator = new() { FieldManager = FieldManager };

    /// <summary>Carries the plan out.</summary>
    public async Task<ApplyOutcome> ApplyAsync(ClusterSnapshot snapshot, Plan plan, CancellationToken cancellationToken)
    {
        var results = ImmutableArray.CreateBuilder<ActionResult>();
        foreach (var batch in BatchesOf(plan.Actions))
        {
            var round = await SlowStart.RunAsync(
                batch, action => RunAsync(snapshot, action, cancellationToken), result => result.Error is not null, stopping);
            results.AddRange(round);
            if (stopping.IsCancellationRequested || round.Any(r => r.Error is not null))
            {
                break;
            }
        }

        return results.Count == 0 ? ApplyOutcome.Nothing : new(results.ToImmutable());
    }

    private static IEnumerable<IReadOnlyList<PlannedAction>> BatchesOf(ImmutableArray<PlannedAction> actions)
    {
        for (var start = 0; start < actions.Length;)
        {
            var kind = actions[start].GetType();
            var batch = actions.Skip(start).TakeWhile(a => a.GetType() == kind).ToList();
            yield return batch;
            start += batch.Count;
        }
    }

    private Task<ActionResult> RunAsync(ClusterSnapshot snapshot, PlannedAction action, CancellationToken cancellationToken) =>
        action switch
        {
            CreatePod create => CreateAsync(snapshot, create, cancellationToken),
            DeletePod delete => DeleteAsync(snapshot, delete, cancellationToken),
            ApplyObject apply => around.ApplyAsync(snapshot, apply, cancellationToken),
            CreateObject create => around.CreateAsync(snapshot, create, cancellationToken),
            DeleteObject delete => around.DeleteAsync(snapshot, delete, cancellationToken),
            SetClaimOwners owners => around.SetOwnersAsync(snapshot, owners, cancellationToken),
            SetFinalizer finalizer => finalizers.SetAsync(snapshot, finalizer, cancellationToken),
            StampHead stamp => StampAsync(snapshot, stamp, cancellationToken),
            _ => throw new InvalidOperationException($"Nothing carries out {action}."),
        };

    private async Task<ActionResult> CreateAsync(ClusterSnapshot snapshot, CreatePod action, CancellationToken cancellationToken)
    {
        var (pod, group, _) = action;
        try
        {
            var created = (await pods.CreateForMetadataAsync(pod, s_asOperator, cancellationToken)).Metadata;
            var name = created.Name ?? "";
            Expect(snapshot, new(group, name, created.Uid ?? "", ExpectedChange.Created, In(Expectation.Timeout)));
            return new(action, name);
        }
        catch (ApiException e)
        {
            if (e.Reason != ApiFailureReasons.Unreachable && (int)e.Code is 0 or (>= 200 and < 300) or >= 500)
            {
                // The server may have made the pod before it, or the line, failed; or it has, and its answer could not be read.
                Expect(snapshot, new(group, "", "", ExpectedChange.Doubtful, In(Expectation.DoubtTimeout)));
            }

            return new(action, pod.Metadata.Name ?? pod.Metadata.GenerateName ?? "", FailureText.OfCreation(pod, e));
        }
    }

    private async Task<ActionResult> DeleteAsync(ClusterSnapshot snapshot, DeletePod action, CancellationToken cancellationToken)
    {
        var (pod, group, _, _) = action;
        var name = PodFacts.NameOf(pod);
        try
        {
            await pods.DeleteAsync(name, snapshot.Key.Namespace, new() { Uid = PodFacts.UidOf(pod) }, cancellationToken);
        }
        catch (ApiException e) when (e.IsNotFound || e.IsConflict)
        {
            // Gone already, or a namesake took its place: either way the pod that was meant is no more.
        }
        catch (ApiException e)
        {
            return new(action, name, e.Message);
        }

        Expect(snapshot, new(group, name, PodFacts.UidOf(pod), ExpectedChange.Deleted, In(Expectation.Timeout)));
        return new(action, name);
    }

    private async Task<ActionResult> StampAsync(ClusterSnapshot snapshot, StampHead action, CancellationToken cancellationToken)
    {
        var name = PodFacts.NameOf(action.Pod);
        var annotations = new JsonObject(action.Annotations.Select(a => KeyValuePair.Create(a.Key, (JsonNode?)a.Value)));
        var patch = new JsonObject { ["metadata"] = new JsonObject { ["uid"] = PodFacts.UidOf(action.Pod), ["annotations"] = annotations } };
        try
        {
            await pods.PatchAsync(name, snapshot.Key.Namespace, Patch.Merge(patch), s_asOperator, cancellationToken);
        }
        catch (ApiException e) when (e.IsNotFound || e.IsConflict)
        {
            // Gone, or a namesake took its place.
        }
        catch (ApiException e)
        {
            return new(action, name, e.Message);
        }

        Expect(snapshot, new(
            RayLabels.HeadGroupName, name, action.Pod.Metadata.ResourceVersion ?? "", ExpectedChange.Updated, In(Expectation.Timeout)));
        return new(action, name);
    }

    private void Expect(ClusterSnapshot snapshot, Expectation expectation) => expectations.Record(snapshot.Key, snapshot.Uid, expectation);

    private DateTimeOffset In(TimeSpan delay) => time.GetUtcNow() + delay;
}
