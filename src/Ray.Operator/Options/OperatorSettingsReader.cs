using System.Globalization;

namespace Ray.Operator.Options;

/// <summary>
/// Reads <see cref="OperatorSettings"/> from environment variables. The variables are data: nothing here reads the process.
/// </summary>
public static class OperatorSettingsReader
{
    /// <summary>Reads the settings. A variable that is absent, or whose value makes no sense, leaves the default.</summary>
    /// <param name="version">Version of the operator.</param>
    /// <param name="environment">Environment variables by name.</param>
    public static OperatorSettings Read(string version, IReadOnlyDictionary<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var defaults = new OperatorSettings();
        return new OperatorSettings
        {
            Version = version,
            ClusterDomain = Text(environment, "CLUSTER_DOMAIN") ?? defaults.ClusterDomain,
            InjectInitContainer = Flag(environment, "ENABLE_INIT_CONTAINER_INJECTION", defaults.InjectInitContainer),
            InjectProbes = Flag(environment, "ENABLE_PROBES_INJECTION", defaults.InjectProbes),
            HeadServiceClusterIp = Flag(environment, "ENABLE_RAY_HEAD_CLUSTER_IP_SERVICE", defaults.HeadServiceClusterIp),
            LoginShell = Flag(environment, "ENABLE_LOGIN_SHELL", defaults.LoginShell),
            DeterministicHeadPodName = Flag(environment, "ENABLE_DETERMINISTIC_HEAD_POD_NAME", defaults.DeterministicHeadPodName),
            IdleRequeue = Seconds(environment, "RAYCLUSTER_DEFAULT_REQUEUE_SECONDS_ENV", defaults.IdleRequeue),
        };
    }

    private static string? Text(IReadOnlyDictionary<string, string?> environment, string name) =>
        environment.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static bool Flag(IReadOnlyDictionary<string, string?> environment, string name, bool fallback) =>
        bool.TryParse(Text(environment, name), out var value) ? value : fallback;

    private static TimeSpan? Seconds(IReadOnlyDictionary<string, string?> environment, string name, TimeSpan? fallback) =>
        int.TryParse(Text(environment, name), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : fallback;
}
