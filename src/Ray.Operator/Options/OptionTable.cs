using System.Collections.Immutable;
using Kube.Runtime.Hosting;

namespace Ray.Operator.Options;

/// <summary>
/// Every option that is a single text. Names, meanings and defaults are KubeRay's where it has the option; its environment variables keep
/// their names, all others begin with <c>RAY_OPERATOR_</c>.
/// </summary>
internal static class OptionTable
{
    private const string AddressText = "[address]:port with an IP address, such as :8082 or 127.0.0.1:8082, or 0 for nowhere";

    /// <summary>The options, in the order of the documentation.</summary>
    public static ImmutableArray<OptionDefinition> All { get; } =
    [
        .. OfTheProcess(),
        .. OfWebhooks(),
        .. OfTheLog(),
        .. OfClusters(),
    ];

    private static OptionDefinition[] OfTheProcess() =>
    [
        new("--watch-namespace", "RAY_OPERATOR_WATCH_NAMESPACE", "watchNamespace", "all",
            "names of namespaces, separated by commas", "Namespaces to serve.",
            (o, text) => o with { Namespaces = OptionText.Namespaces(text) }),
        new("--reconcile-concurrency", "RAY_OPERATOR_RECONCILE_CONCURRENCY", "reconcileConcurrency", "8",
            "a whole number of 1 or more", "Clusters that are worked on at the same time.",
            (o, text) => o with { Concurrency = OptionText.Whole(text, 1) }),
        new("--health-probe-bind-address", "RAY_OPERATOR_HEALTH_PROBE_BIND_ADDRESS", "probeAddr", ":8082",
            AddressText, "Where `/healthz` and `/readyz` answer.",
            (o, text) => o with { Health = OptionText.Address(text) is { } at ? new HealthOptions(at.Port, at.Address) : null }),
        new("--metrics-addr", "RAY_OPERATOR_METRICS_ADDR", "metricsAddr", ":8080",
            AddressText, "Where `/metrics` answers.", (o, text) => o with { Metrics = OptionText.Address(text) }),
        new("--enable-metrics", "RAY_OPERATOR_ENABLE_METRICS", "enableMetrics", "false",
            OptionText.TrueOrFalse, "Whether the metrics tell of each single RayCluster too.",
            (o, text) => o with { EnableClusterMetrics = OptionText.Truth(text) }),
        new("--enable-leader-election", "RAY_OPERATOR_ENABLE_LEADER_ELECTION", "enableLeaderElection", "true",
            OptionText.TrueOrFalse, "Whether one of several operators works and the others stand by.",
            (o, text) => o with { EnableLeaderElection = OptionText.Truth(text) }),
        new("--leader-election-namespace", "RAY_OPERATOR_LEADER_ELECTION_NAMESPACE", "leaderElectionNamespace",
            "that of the operator's pod or of the kubeconfig's context", "the name of a namespace",
            "Where the lease of the election is kept.",
            (o, text) => o with { LeaderElectionNamespace = OptionText.Namespace(text) }),
    ];

    private static OptionDefinition[] OfWebhooks() =>
    [
        new("--enable-webhooks", "ENABLE_WEBHOOKS", "enableWebhooks", "false",
            OptionText.TrueOrFalse, "Whether RayClusters are converted and judged for the API server; see `deploy/webhook`.",
            (o, text) => o with { EnableWebhooks = OptionText.Truth(text) }),
        Webhooks("--webhook-bind-address", "RAY_OPERATOR_WEBHOOK_BIND_ADDRESS", "webhookAddr", ":9443",
            "[address]:port with an IP address, such as :9443", "Where the webhooks answer.",
            (w, text) => w with { Address = OptionText.Address(text) ?? throw new FormatException("webhooks need an address") }),
        Webhooks("--webhook-cert-dir", "RAY_OPERATOR_WEBHOOK_CERT_DIR", "webhookCertDir", "none: the operators make one",
            "the path of a folder", "Folder of the certificate, `tls.crt` and `tls.key`.", (w, text) => w with { CertificateFolder = text }),
        Webhooks("--webhook-service-namespace", "RAY_OPERATOR_WEBHOOK_SERVICE_NAMESPACE", "webhookServiceNamespace",
            "that of the operator's pod or of the kubeconfig's context", "the name of a namespace",
            "Where the service of the webhooks is, and the Secret of a certificate of the operators' own.",
            (w, text) => w with { ServiceNamespace = OptionText.Namespace(text) }),
        Webhooks("--webhook-names", "RAY_OPERATOR_WEBHOOK_NAMES", "webhookNames", "those of the service ray-operator-webhook",
            "DNS names and IP addresses, separated by commas", "What a certificate of the operators' own is made for.",
            (w, text) => w with { Names = OptionText.Hosts(text) }),
    ];

    private static OptionDefinition[] OfTheLog() =>
    [
        new("--log-stdout-encoder", "RAY_OPERATOR_LOG_STDOUT_ENCODER", "logStdoutEncoder", "json",
            "json or console", "Form of the log: one JSON object a line, or text for people.",
            (o, text) => o with { LogFormat = OptionText.OneOf(text, ["json", "console"]) == "json" ? LogFormat.Json : LogFormat.Simple })
        {
            Choices = ["json", "console"],
        },
        new("--log-level", "RAY_OPERATOR_LOG_LEVEL", "logLevel", "info",
            "trace, debug, info, warning, error or critical", "Least severity that is logged.",
            (o, text) => o with { LogLevel = OptionText.Severity(text) })
        {
            Alias = "--zap-log-level",
            Choices = ["trace", "debug", "info", "warning", "error", "critical"],
        },
    ];

    private static OptionDefinition[] OfClusters() =>
    [
        Clusters("--feature-gates", "RAY_OPERATOR_FEATURE_GATES", "featureGates", "see below",
            FeatureGateText.Allowed, "Switches for behaviour that is young.",
            (s, text) => s with { Gates = FeatureGateText.Read(s.Gates, text) }),
        Clusters("--enable-batch-scheduler", "RAY_OPERATOR_ENABLE_BATCH_SCHEDULER", "enableBatchScheduler", "false",
            OptionText.TrueOrFalse, "Older form of `--batch-scheduler=volcano`.",
            (s, text) => OptionText.Truth(text) ? s with { BatchScheduler = BatchSchedulers.Volcano } : s),
        Clusters("--batch-scheduler", "RAY_OPERATOR_BATCH_SCHEDULER", "batchScheduler", "none",
            string.Join(" or ", BatchSchedulers.All), "Scheduler that all pods are handed to, one by one.",
            (s, text) => s.BatchScheduler is null
                ? s with { BatchScheduler = OptionText.OneOf(text, BatchSchedulers.All) }
                : throw new FormatException("--enable-batch-scheduler is set too: keep one of the two")) with
        {
            Choices = [.. BatchSchedulers.All],
        },
        Clusters("--cluster-domain", "CLUSTER_DOMAIN", "clusterDomain", "cluster.local",
            "a DNS domain", "DNS domain of the Kubernetes cluster.", (s, text) => s with { ClusterDomain = OptionText.Domain(text) }),
        Switch("--enable-init-container-injection", "ENABLE_INIT_CONTAINER_INJECTION", "enableInitContainerInjection", "true",
            "Whether workers wait for the head in an init container.", (s, value) => s with { InjectInitContainer = value }),
        Switch("--enable-probes-injection", "ENABLE_PROBES_INJECTION", "enableProbesInjection", "true",
            "Whether Ray containers without probes get some.", (s, value) => s with { InjectProbes = value }),
        Switch("--enable-random-pod-delete", "ENABLE_RANDOM_POD_DELETE", "enableRandomPodDelete", "false",
            "Whether surplus workers are deleted though the autoscaler is on and has not named them.",
            (s, value) => s with { DeleteRandomPods = value }),
        Switch("--enable-gcs-ft-redis-cleanup", "ENABLE_GCS_FT_REDIS_CLEANUP", "enableGcsFtRedisCleanup", "true",
            "Whether Redis is cleared when a cluster that keeps its state there is deleted.", (s, value) => s with { ClearRedis = value }),
        Switch("--enable-ray-head-cluster-ip-service", "ENABLE_RAY_HEAD_CLUSTER_IP_SERVICE", "enableRayHeadClusterIPService", "false",
            "Whether default head services get a cluster IP; otherwise they are headless.",
            (s, value) => s with { HeadServiceClusterIp = value }),
        Switch("--enable-login-shell", "ENABLE_LOGIN_SHELL", "enableLoginShell", "false",
            "Whether Ray starts in a login shell, which reads the profile files of the image.",
            (s, value) => s with { LoginShell = value }),
        Switch("--enable-deterministic-head-pod-name", "ENABLE_DETERMINISTIC_HEAD_POD_NAME", "enableDeterministicHeadPodName", "false",
            "Whether head pods are named `<cluster>-head`, without a random end.",
            (s, value) => s with { DeterministicHeadPodName = value }),
        Clusters("--default-requeue-seconds", "RAYCLUSTER_DEFAULT_REQUEUE_SECONDS_ENV", "defaultRequeueSeconds", "300",
            "a whole number of seconds, 0 for never", "How long a cluster at rest waits for its next look.",
            (s, text) => s with { IdleRequeue = OptionText.Seconds(text) }),
    ];

    private static OptionDefinition Switch(
        string flag, string variable, string field, string fallback, string meaning, Func<OperatorSettings, bool, OperatorSettings> set) =>
        Clusters(flag, variable, field, fallback, OptionText.TrueOrFalse, meaning, (s, text) => set(s, OptionText.Truth(text)));

    private static OptionDefinition Clusters(
        string flag, string variable, string field, string fallback, string allowed, string meaning,
        Func<OperatorSettings, string, OperatorSettings> set) =>
        new(flag, variable, field, fallback, allowed, meaning, (o, text) => o with { Settings = set(o.Settings, text) });

    private static OptionDefinition Webhooks(
        string flag, string variable, string field, string fallback, string allowed, string meaning,
        Func<WebhookOptions, string, WebhookOptions> set) =>
        new(flag, variable, field, fallback, allowed, meaning, (o, text) => o with { Webhooks = set(o.Webhooks, text) });
}
