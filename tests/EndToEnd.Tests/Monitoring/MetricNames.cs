namespace Ray.EndToEnd.Monitoring;

/// <summary>The metrics that KubeRay's operator has of RayClusters, and those of the libraries that it is made of.</summary>
internal static class MetricNames
{
    /// <summary>Of single clusters.</summary>
    public static IReadOnlyList<string> OfClusters { get; } =
    [
        "kuberay_cluster_info", "kuberay_cluster_condition_provisioned", "kuberay_cluster_provisioned_duration_seconds",
    ];

    /// <summary>Of controllers, queues and requests. Of the process those that are not Go's own.</summary>
    public static IReadOnlyList<string> OfTheOperator { get; } =
    [
        "controller_runtime_reconcile_total", "controller_runtime_reconcile_errors_total",
        "controller_runtime_terminal_reconcile_errors_total", "controller_runtime_reconcile_panics_total",
        "controller_runtime_reconcile_timeouts_total", "controller_runtime_reconcile_time_seconds",
        "controller_runtime_max_concurrent_reconciles", "controller_runtime_active_workers",
        "workqueue_depth", "workqueue_adds_total", "workqueue_retries_total", "workqueue_queue_duration_seconds",
        "workqueue_work_duration_seconds", "workqueue_unfinished_work_seconds", "workqueue_longest_running_processor_seconds",
        "rest_client_requests_total", "rest_client_request_duration_seconds", "rest_client_dns_resolution_duration_seconds",
        "rest_client_request_size_bytes", "rest_client_response_size_bytes", "rest_client_rate_limiter_duration_seconds",
        "rest_client_request_retries_total",
        "leader_election_master_status", "leader_election_slowpath_total",
        "process_cpu_seconds_total", "process_resident_memory_bytes", "process_start_time_seconds",
    ];
}
