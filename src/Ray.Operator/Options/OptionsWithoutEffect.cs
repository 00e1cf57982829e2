using System.Collections.Immutable;

namespace Ray.Operator.Options;

/// <summary>
/// Options that KubeRay has and that change nothing here. They are taken, so that its command lines and files can be used as they are;
/// setting one gives a warning.
/// </summary>
internal static class OptionsWithoutEffect
{
    /// <summary>Flag, file field (null for none), and why it has no effect.</summary>
    public static ImmutableArray<(string Flag, string? Field, string Why)> All { get; } =
    [
        ("--forced-cluster-upgrade", null, "KubeRay ignores it too"),
        ("--qps", "qps", "the API server's own priority and fairness bounds the rate of requests"),
        ("--burst", "burst", "the API server's own priority and fairness bounds the rate of requests"),
        ("--use-kubernetes-proxy", "useKubernetesProxy", "it concerns RayJob and RayService, which are not served"),
        ("--log-file-path", "logFile", "the log goes to standard output"),
        ("--log-file-encoder", "logFileEncoder", "the log goes to standard output"),
        ("--zap-devel", null, "use --log-stdout-encoder and --log-level"),
        ("--zap-encoder", null, "use --log-stdout-encoder"),
        ("--zap-stacktrace-level", null, "stack traces are logged with every unexpected error"),
        ("--zap-time-encoding", null, "times are logged as RFC 3339"),
    ];

    /// <summary>Fields of the file alone.</summary>
    public static ImmutableArray<(string Field, string Why)> Fields { get; } =
    [
        .. All.Where(option => option.Field is not null).Select(option => (option.Field!, option.Why)),
        ("deleteRayJobAfterJobFinishes", "it concerns RayJob, which is not served"),
    ];
}
