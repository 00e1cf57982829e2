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
    public const string AutoscalerV2 = "RAY_enable_autoscaler_v2";
    public const string HeadPodName = "RAY_HEAD_POD_NAME";
    public const string ApiVersion = "KUBERAY_CRD_VER";
    public const string GeneratedAutoscalerCommand = "KUBERAY_GEN_AUTOSCALER_START_CMD";
    public const string GcsReconnectTimeout = "RAY_gcs_rpc_server_reconnect_timeout_s";
    public const string ExternalStorageNamespace = "RAY_external_storage_namespace";
    public const string RedisAddress = "RAY_REDIS_ADDRESS";
    public const string RedisUsername = "REDIS_USERNAME";
    public const string RedisPassword = "REDIS_PASSWORD";
    public const string RedisConnectRetries = "RAY_redis_db_connect_retries";
    public const string RedisConnectWait = "RAY_redis_db_connect_wait_milliseconds";
    public const string GcsStorage = "RAY_gcs_storage";
    public const string GcsStoragePath = "RAY_gcs_storage_path";
    public const string AuthMode = "RAY_AUTH_MODE";
    public const string AuthToken = "RAY_AUTH_TOKEN";
    public const string ServiceAccountTokens = "RAY_ENABLE_K8S_TOKEN_AUTH";
}
