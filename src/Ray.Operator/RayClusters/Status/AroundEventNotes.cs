using k8s;
using k8s.Models;
using Ray.Api;
using Ray.Operator.RayClusters.Applying;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;

namespace Ray.Operator.RayClusters.Status;

/// <summary>Events about the objects around the pods. Their reasons are KubeRay's as far as it has any.</summary>
internal static class AroundEventNotes
{
    /// <summary>The event for one write; none for what nobody needs to know.</summary>
    public static IEnumerable<ClusterEvent> Of(ClusterSnapshot snapshot, ActionResult result)
    {
        var (verb, target) = result.Action switch
        {
            ApplyObject { Observed: null, Object: var o } => (Verb.Create, o),
            ApplyObject { Object: var o } => (Verb.Update, o),
            CreateObject { Object: var o } => (Verb.Create, o),
            DeleteObject { Object: var o } => (Verb.Delete, o),
            SetClaimOwners { Claim: var o } => (Verb.Update, (IKubernetesObject<V1ObjectMeta>)o),
            _ => throw new ArgumentException($"{result.Action} is no write of an object around the pods.", nameof(result)),
        };
        if (result.Error is null && (result.WasThere || IsQuiet(target)))
        {
            return [];
        }

        var subject = $"{KeptObjects.Word(target)} {snapshot.Key.Namespace}/{result.Name}";
        return result.Error is { } error
            ? [new(true, FailureReason(verb, target, result.WasThere), verb.ToString(), $"Failed {Gerund(verb)} {subject}, {error}")]
            : [new(false, SuccessReason(verb, target), verb.ToString(), $"{verb}d {subject}{Why(verb, result.Action)}")];
    }

    private static string Why(Verb verb, PlannedAction action) => verb == Verb.Create ? "" : $": {action.Reason}";

    private static string Gerund(Verb verb) => verb switch
    {
        Verb.Create => "creating",
        Verb.Update => "updating",
        _ => "deleting",
    };

    // The secret's coming is nobody's news, and KubeRay says nothing of the service for Ray Serve.
    private static bool IsQuiet(IKubernetesObject<V1ObjectMeta> target) =>
        target is V1Secret || (target is V1Service && target.Metadata?.Labels?.ContainsKey(RayLabels.Serve) == true);

    private static string SuccessReason(Verb verb, IKubernetesObject<V1ObjectMeta> target) => (verb, target) switch
    {
        (Verb.Create, V1PersistentVolumeClaim) => RayEventReasons.CreatedPersistentVolumeClaim,
        (Verb.Create, V1Job) => RayEventReasons.CreatedRedisCleanupJob,
        (Verb.Create, _) => $"Created{target.Kind}",
        (Verb.Update, V1Ingress) => RayEventReasons.UpdatedIngress,
        (Verb.Update, V1NetworkPolicy) => RayEventReasons.UpdatedNetworkPolicy,
        (Verb.Update, V1Service) => Notices.UpdatedService,
        (Verb.Delete, V1NetworkPolicy) => RayEventReasons.DeletedNetworkPolicy,
        _ => Notices.UpdatedObject,
    };

    private static string FailureReason(Verb verb, IKubernetesObject<V1ObjectMeta> target, bool isTaken) => (verb, target) switch
    {
        (_, V1NetworkPolicy) when isTaken => RayEventReasons.NetworkPolicyNameCollision,
        (_, V1PersistentVolumeClaim) => RayEventReasons.FailedToCreatePersistentVolumeClaim,
        (Verb.Create, V1Job) => RayEventReasons.FailedToCreateRedisCleanupJob,
        (Verb.Create, _) => $"FailedToCreate{target.Kind}",
        (Verb.Update, V1Ingress) => RayEventReasons.FailedToUpdateIngress,
        (Verb.Update, V1NetworkPolicy) => RayEventReasons.FailedToUpdateNetworkPolicy,
        (Verb.Update, V1Service) => Notices.FailedToUpdateService,
        (Verb.Delete, V1NetworkPolicy) => RayEventReasons.FailedToDeleteNetworkPolicy,
        _ => Notices.FailedToUpdateObject,
    };

    private enum Verb
    {
        Create,
        Update,
        Delete,
    }
}
