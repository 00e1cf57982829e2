namespace Ray.Api;

/// <summary>Reasons of the conditions in the status of a cluster. HeadPodReady may also carry a reason of the pod itself.</summary>
public static class RayConditionReasons
{
    /// <summary>There is no head pod.</summary>
    public const string HeadPodNotFound = "HeadPodNotFound";

    /// <summary>The head pod is ready.</summary>
    public const string HeadPodRunningAndReady = "HeadPodRunningAndReady";

    /// <summary>The head pod says nothing about its readiness.</summary>
    public const string Unknown = "Unknown";

    /// <summary>The pod's own word for a container that is not ready; replaced by that container's reason.</summary>
    public const string ContainersNotReady = "ContainersNotReady";

    /// <summary>All pods are running and ready for the first time.</summary>
    public const string AllPodRunningAndReadyFirstTime = "AllPodRunningAndReadyFirstTime";

    /// <summary>Pods are on their way.</summary>
    public const string RayClusterPodsProvisioning = "RayClusterPodsProvisioning";

    /// <summary>Deleting all pods failed.</summary>
    public const string FailedDeleteAllPods = "FailedDeleteAllPods";

    /// <summary>Deleting the head pod failed.</summary>
    public const string FailedDeleteHeadPod = "FailedDeleteHeadPod";

    /// <summary>Creating the head pod failed.</summary>
    public const string FailedCreateHeadPod = "FailedCreateHeadPod";

    /// <summary>Deleting a worker pod failed.</summary>
    public const string FailedDeleteWorkerPod = "FailedDeleteWorkerPod";

    /// <summary>Creating a worker pod failed.</summary>
    public const string FailedCreateWorkerPod = "FailedCreateWorkerPod";

    /// <summary>The cluster is being suspended.</summary>
    public const string RayClusterSuspending = "RayClusterSuspending";

    /// <summary>The cluster is suspended.</summary>
    public const string RayClusterSuspended = "RayClusterSuspended";
}
