using k8s;
using k8s.Models;

namespace Ray.Operator.RayClusters.Planning;

/// <summary>One write that a plan wants. The set of kinds is closed: an executor knows them all.</summary>
/// <param name="Reason">Why, for logs and replays.</param>
internal abstract record PlannedAction(string Reason);

/// <summary>Create an object around the pods, or make it what the spec says, by server-side apply.</summary>
/// <param name="Object">The object wanted.</param>
/// <param name="Observed">
/// The object as this cluster has it: its fields may be taken over from other writers. Null when there is none.
/// </param>
/// <param name="Reason">Why.</param>
internal sealed record ApplyObject(IKubernetesObject<V1ObjectMeta> Object, IKubernetesObject<V1ObjectMeta>? Observed, string Reason)
    : PlannedAction(Reason);

/// <summary>Create an object that is never changed afterwards. One of that name that exists already is left as it is.</summary>
/// <param name="Object">The object wanted.</param>
/// <param name="Reason">Why.</param>
internal sealed record CreateObject(IKubernetesObject<V1ObjectMeta> Object, string Reason) : PlannedAction(Reason);

/// <summary>Delete an object around the pods.</summary>
/// <param name="Object">The object as observed; only the one with its UID is deleted.</param>
/// <param name="Reason">Why.</param>
internal sealed record DeleteObject(IKubernetesObject<V1ObjectMeta> Object, string Reason) : PlannedAction(Reason);

/// <summary>Make the claim of the head's volume go with the cluster, or outlive it.</summary>
/// <param name="Claim">The claim as observed.</param>
/// <param name="Owners">The owners that it shall have.</param>
/// <param name="Reason">Why.</param>
internal sealed record SetClaimOwners(V1PersistentVolumeClaim Claim, IReadOnlyList<V1OwnerReference> Owners, string Reason)
    : PlannedAction(Reason);

/// <summary>Add the finalizer that holds a deleted cluster until Redis is cleared, or remove it.</summary>
/// <param name="IsWanted">Whether to add it.</param>
/// <param name="Warning">What the user must know of a removal that leaves something behind; null when all is well.</param>
/// <param name="Reason">Why.</param>
internal sealed record SetFinalizer(bool IsWanted, string? Warning, string Reason) : PlannedAction(Reason);

/// <summary>Write on a head pod of another operator what it was made from, as if this one had made it.</summary>
/// <param name="Pod">The head as observed.</param>
/// <param name="Annotations">The annotations to set.</param>
/// <param name="Reason">Why.</param>
internal sealed record StampHead(V1Pod Pod, IReadOnlyDictionary<string, string> Annotations, string Reason) : PlannedAction(Reason);

/// <summary>Create one pod.</summary>
/// <param name="Pod">The pod wanted.</param>
/// <param name="Group">Its group; <c>headgroup</c> for the head.</param>
/// <param name="Reason">Why.</param>
internal sealed record CreatePod(V1Pod Pod, string Group, string Reason) : PlannedAction(Reason);

/// <summary>Delete one pod.</summary>
/// <param name="Pod">The pod as observed; only the object with its UID is deleted.</param>
/// <param name="Group">Its group; <c>headgroup</c> for a head.</param>
/// <param name="Cause">Kind of reason.</param>
/// <param name="Reason">Why.</param>
internal sealed record DeletePod(V1Pod Pod, string Group, DeletionCause Cause, string Reason) : PlannedAction(Reason);

/// <summary>Why a pod has to go.</summary>
internal enum DeletionCause
{
    /// <summary>It can never serve Ray again.</summary>
    Dead,

    /// <summary>A cluster has one head, and another one stays.</summary>
    DuplicateHead,

    /// <summary><c>workersToDelete</c> names it.</summary>
    Named,

    /// <summary>Its group has more pods than wanted.</summary>
    Surplus,

    /// <summary>Its group is no longer in the spec.</summary>
    GroupRemoved,

    /// <summary>Its group is suspended.</summary>
    GroupSuspended,

    /// <summary>It belongs to a replica that lacks hosts, or that loses one.</summary>
    ReplicaBroken,

    /// <summary>The whole cluster is suspended.</summary>
    Suspended,

    /// <summary>The spec changed, and the upgrade strategy is <c>Recreate</c>.</summary>
    Recreated,

    /// <summary>The cluster is being deleted and Redis must be cleared after its head is gone.</summary>
    ClusterDeleted,
}
