namespace Ray.Api.V1Alpha1.Conversion;

/// <summary>The status, of which v1alpha1 says all that v1 does.</summary>
internal static class StatusMapping
{
    /// <summary>The status for v1.</summary>
    public static V1.RayClusterStatus? ToHub(RayClusterStatus? status) => status is null ? null : new()
    {
        State = status.State,
        Reason = status.Reason,
        Conditions = status.Conditions,
        ReadyWorkerReplicas = status.ReadyWorkerReplicas,
        AvailableWorkerReplicas = status.AvailableWorkerReplicas,
        DesiredWorkerReplicas = status.DesiredWorkerReplicas,
        MinWorkerReplicas = status.MinWorkerReplicas,
        MaxWorkerReplicas = status.MaxWorkerReplicas,
        DesiredCpu = status.DesiredCpu,
        DesiredMemory = status.DesiredMemory,
        DesiredGpu = status.DesiredGpu,
        DesiredTpu = status.DesiredTpu,
        LastUpdateTime = status.LastUpdateTime,
        StateTransitionTimes = status.StateTransitionTimes,
        Endpoints = status.Endpoints,
        Head = status.Head,
        ObservedGeneration = status.ObservedGeneration,
    };

    /// <summary>The status for v1alpha1.</summary>
    public static RayClusterStatus? FromHub(V1.RayClusterStatus? status) => status is null ? null : new()
    {
        AvailableReplicas = AvailableOf(status),
        State = status.State,
        Reason = status.Reason,
        Conditions = status.Conditions,
        ReadyWorkerReplicas = status.ReadyWorkerReplicas,
        AvailableWorkerReplicas = status.AvailableWorkerReplicas,
        DesiredWorkerReplicas = status.DesiredWorkerReplicas,
        MinWorkerReplicas = status.MinWorkerReplicas,
        MaxWorkerReplicas = status.MaxWorkerReplicas,
        DesiredCpu = status.DesiredCpu,
        DesiredMemory = status.DesiredMemory,
        DesiredGpu = status.DesiredGpu,
        DesiredTpu = status.DesiredTpu,
        LastUpdateTime = status.LastUpdateTime,
        StateTransitionTimes = status.StateTransitionTimes,
        Endpoints = status.Endpoints,
        Head = status.Head,
        ObservedGeneration = status.ObservedGeneration,
    };

    // 2020 counted the head among the pods. A head has an address once it runs.
    private static int? AvailableOf(V1.RayClusterStatus status)
    {
        var hasHead = !string.IsNullOrEmpty(status.Head?.PodIp);
        return status.AvailableWorkerReplicas is null && !hasHead ? null : (status.AvailableWorkerReplicas ?? 0) + (hasHead ? 1 : 0);
    }
}
