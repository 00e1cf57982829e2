namespace Ray.Api;

/// <summary>Types of the conditions in the status of a cluster.</summary>
public static class RayConditionTypes
{
    /// <summary>The head pod is ready.</summary>
    public const string HeadPodReady = "HeadPodReady";

    /// <summary>All pods have been running and ready once; stays true when they fail later.</summary>
    public const string RayClusterProvisioned = "RayClusterProvisioned";

    /// <summary>Pods could not be created or deleted; absent when all is well.</summary>
    public const string ReplicaFailure = "ReplicaFailure";

    /// <summary>Pods are being deleted because spec.suspend is true.</summary>
    public const string RayClusterSuspending = "RayClusterSuspending";

    /// <summary>All pods are deleted because spec.suspend is true.</summary>
    public const string RayClusterSuspended = "RayClusterSuspended";
}
