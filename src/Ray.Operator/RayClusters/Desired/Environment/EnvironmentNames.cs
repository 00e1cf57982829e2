namespace Ray.Operator.RayClusters.Desired.Environment;

/// <summary>Environment variables that the operator sets.</summary>
internal static class EnvironmentNames
{
    public const string HeadHost = "FQ_RAY_IP";
    public const string HeadService = "RAY_IP";
    public const string ClusterName = "RAY_CLUSTER_NAME";
    public const string ClusterNamespace = "RAY_CLUSTER_NAMESPACE";
    public const string CloudInstanceId = "RAY_CLOUD_INSTANCE_ID";
    public const string NodeTypeName = "RAY_NODE_TYPE_NAME";
    public const string GeneratedStartCommand = "KUBERAY_GEN_RAY_START_CMD";
    public const string Port = "RAY_PORT";
    public const string Address = "RAY_ADDRESS";
    public const string UsageInUse = "RAY_USAGE_STATS_KUBERAY_IN_USE";
    public const string UsageTags = "RAY_USAGE_STATS_EXTRA_TAGS";
    public const string DashboardDiskUsage = "RAY_DASHBOARD_ENABLE_K8S_DISK_USAGE";
    public const string TaskDeathInfoTimeout = "RAY_timeout_ms_task_wait_for_death_info";
    public const string GcsRequestTimeout = "RAY_gcs_server_request_timeout_seconds";
    public const string ServeStoreTimeout = "RAY_SERVE_KV_TIMEOUT_S";
}
