using System.Diagnostics.Metrics;
using System.Globalization;

namespace Kube.Runtime.Telemetry;

/// <summary>The metrics <c>rest_client_exec_plugin_*</c> of credential plugins.</summary>
internal static class ExecPluginMetrics
{
    // From rotation that is too quick (minutes) by what is usual (hours to a month) to what is too slow (years).
    private static readonly double[] s_ages = [600, 1800, 3600, 14400, 86400, 604800, 2592000, 7776000, 15552000, 31104000, 124416000];

    private static readonly Counter<long> s_calls = RuntimeMeter.Instance.CreateCounter<long>(
        "rest_client_exec_plugin_call_total", description: "Runs of credential plugins, by exit code and outcome.");

    private static readonly Histogram<double> s_age = RuntimeMeter.Histogram(
        "rest_client_exec_plugin_certificate_rotation_age", "Seconds that a plugin's client certificate lived before another took its place.", s_ages);

    private static long s_earliestEnd = long.MaxValue;

    static ExecPluginMetrics() => RuntimeMeter.Instance.CreateObservableGauge(
        "rest_client_exec_plugin_ttl_seconds",
        SecondsLeft,
        "s",
        "Seconds until the first client certificate of a plugin ends; negative when it has, infinite when there is none.");

    /// <summary>A plugin was run.</summary>
    /// <param name="exitCode">Its exit code; 1 when it did not start.</param>
    /// <param name="status"><c>no_error</c>, <c>plugin_execution_error</c>, <c>plugin_not_found_error</c> or <c>client_internal_error</c>.</param>
    public static void Called(int exitCode, string status) =>
        s_calls.Add(1, new("code", exitCode.ToString(CultureInfo.InvariantCulture)), new KeyValuePair<string, object?>("call_status", status));

    /// <summary>A plugin gave a client certificate.</summary>
    /// <param name="end">When it ends.</param>
    /// <param name="lived">How old the one before it became; null when it is the first.</param>
    public static void Certified(DateTimeOffset end, TimeSpan? lived)
    {
        Volatile.Write(ref s_earliestEnd, end.UtcTicks);
        if (lived is { } age)
        {
            s_age.Record(age.TotalSeconds);
        }
    }

    private static double SecondsLeft()
    {
        var end = Volatile.Read(ref s_earliestEnd);
        return end == long.MaxValue ? double.PositiveInfinity : (new DateTimeOffset(end, TimeSpan.Zero) - TimeProvider.System.GetUtcNow()).TotalSeconds;
    }
}
