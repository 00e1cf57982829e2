using k8s.Models;

namespace Ray.Operator.RayClusters.Planning;

/// <summary>One write that a plan wants. The set of kinds is closed: an executor knows them all.</summary>
/// <param name="Reason">Why, for logs and replays.</param>
internal abstract record PlannedAction(string Reason);

/// <summary>Create the head service, or make it what the spec says.</summary>
/// <param name="Service">The service wanted.</param>
/// <param name="Observed">
/// The service as this cluster has it: its fields may be taken over from other writers. Null when there is none.
/// </param>
/// <param name="Reason">Why.</param>
internal sealed record ApplyHeadService(V1Service Service, V1Service? Observed, string Reason) : PlannedAction(Reason);

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
}
