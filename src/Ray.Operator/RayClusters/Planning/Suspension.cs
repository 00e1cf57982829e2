using Ray.Api;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning;

/// <summary>
/// Where a cluster stands between running and suspended. The conditions in its status drive it: once begun, a suspension is finished even
/// if the spec changes meanwhile, and only an explicit <c>suspend: false</c> ends it.
/// </summary>
internal static class Suspension
{
    /// <summary>What is to be done next.</summary>
    public static SuspensionStep StepOf(ClusterSnapshot snapshot)
    {
        var wanted = snapshot.Cluster.Spec?.Suspend;
        if (!snapshot.Settings.Gates.RayClusterStatusConditions)
        {
            return wanted != true ? SuspensionStep.None : HasPods(snapshot) ? SuspensionStep.DeletePods : SuspensionStep.Rest;
        }

        if (snapshot.HasCondition(RayConditionTypes.RayClusterSuspending))
        {
            return HasPods(snapshot) ? SuspensionStep.DeletePods : SuspensionStep.Complete;
        }

        if (snapshot.HasCondition(RayConditionTypes.RayClusterSuspended))
        {
            return wanted == false ? SuspensionStep.Resume : SuspensionStep.Rest;
        }

        return wanted == true ? SuspensionStep.Begin : SuspensionStep.None;
    }

    // A pod that was made and is not seen yet is there all the same.
    private static bool HasPods(ClusterSnapshot snapshot) =>
        !snapshot.Pods.IsEmpty || !snapshot.UnreadablePods.IsEmpty || snapshot.Unseen.Any(e => !e.IsAroundPods);
}

/// <summary>Steps of suspending a cluster and of resuming it.</summary>
internal enum SuspensionStep
{
    /// <summary>The cluster runs.</summary>
    None,

    /// <summary>Write down that it is being suspended, before any pod goes.</summary>
    Begin,

    /// <summary>Delete the pods and wait until none is left.</summary>
    DeletePods,

    /// <summary>Write down that it is suspended.</summary>
    Complete,

    /// <summary>It is suspended and stays so.</summary>
    Rest,

    /// <summary>Write down that it is not suspended any more; pods are made afterwards.</summary>
    Resume,
}
