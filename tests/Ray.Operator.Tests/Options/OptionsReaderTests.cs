using Microsoft.Extensions.Logging;
using Ray.Operator.Options;

namespace Ray.Operator.Tests.Options;

public sealed class OptionsReaderTests
{
    [Fact]
    public void When_nothing_is_said_the_defaults_hold()
    {
        var reading = Read();

        Assert.Equal(OptionsReader.Defaults("1"), reading.Options);
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public void The_documented_defaults_are_the_real_ones()
    {
        foreach (var option in OptionTable.All.Where(option => !IsDescribed(option.Default)))
        {
            Assert.Equal(OptionsReader.Defaults("1"), Read(flags: [(option.Flag, option.Default)]).Options);
        }

        static bool IsDescribed(string text) =>
            text is "all" or "none" or "see below" || new[] { "that of ", "those of ", "none: " }.Any(start => text.StartsWith(start, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--watch-namespace", "RAY_OPERATOR_WATCH_NAMESPACE", "watchNamespace", "a, b")]
    [InlineData("--reconcile-concurrency", "RAY_OPERATOR_RECONCILE_CONCURRENCY", "reconcileConcurrency", "3")]
    [InlineData("--health-probe-bind-address", "RAY_OPERATOR_HEALTH_PROBE_BIND_ADDRESS", "probeAddr", "\"[::1]:9000\"")]
    [InlineData("--metrics-addr", "RAY_OPERATOR_METRICS_ADDR", "metricsAddr", "127.0.0.1:9")]
    [InlineData("--enable-metrics", "RAY_OPERATOR_ENABLE_METRICS", "enableMetrics", "true")]
    [InlineData("--enable-leader-election", "RAY_OPERATOR_ENABLE_LEADER_ELECTION", "enableLeaderElection", "false")]
    [InlineData("--leader-election-namespace", "RAY_OPERATOR_LEADER_ELECTION_NAMESPACE", "leaderElectionNamespace", "ray-system")]
    [InlineData("--enable-webhooks", "ENABLE_WEBHOOKS", "enableWebhooks", "true")]
    [InlineData("--webhook-bind-address", "RAY_OPERATOR_WEBHOOK_BIND_ADDRESS", "webhookAddr", "127.0.0.1:9444")]
    [InlineData("--webhook-cert-dir", "RAY_OPERATOR_WEBHOOK_CERT_DIR", "webhookCertDir", "/certificates")]
    [InlineData("--webhook-service-namespace", "RAY_OPERATOR_WEBHOOK_SERVICE_NAMESPACE", "webhookServiceNamespace", "ray-system")]
    [InlineData("--webhook-names", "RAY_OPERATOR_WEBHOOK_NAMES", "webhookNames", "127.0.0.1, hooks.example.org")]
    [InlineData("--log-stdout-encoder", "RAY_OPERATOR_LOG_STDOUT_ENCODER", "logStdoutEncoder", "console")]
    [InlineData("--log-level", "RAY_OPERATOR_LOG_LEVEL", "logLevel", "debug")]
    [InlineData("--feature-gates", "RAY_OPERATOR_FEATURE_GATES", "featureGates", "RayMultiHostIndexing=false,RayClusterNetworkPolicy=true")]
    [InlineData("--enable-batch-scheduler", "RAY_OPERATOR_ENABLE_BATCH_SCHEDULER", "enableBatchScheduler", "true")]
    [InlineData("--batch-scheduler", "RAY_OPERATOR_BATCH_SCHEDULER", "batchScheduler", "yunikorn")]
    [InlineData("--cluster-domain", "CLUSTER_DOMAIN", "clusterDomain", "example.org")]
    [InlineData("--enable-init-container-injection", "ENABLE_INIT_CONTAINER_INJECTION", "enableInitContainerInjection", "False")]
    [InlineData("--enable-probes-injection", "ENABLE_PROBES_INJECTION", "enableProbesInjection", "false")]
    [InlineData("--enable-random-pod-delete", "ENABLE_RANDOM_POD_DELETE", "enableRandomPodDelete", "true")]
    [InlineData("--enable-gcs-ft-redis-cleanup", "ENABLE_GCS_FT_REDIS_CLEANUP", "enableGcsFtRedisCleanup", "FALSE")]
    [InlineData("--enable-ray-head-cluster-ip-service", "ENABLE_RAY_HEAD_CLUSTER_IP_SERVICE", "enableRayHeadClusterIPService", "true")]
    [InlineData("--enable-login-shell", "ENABLE_LOGIN_SHELL", "enableLoginShell", "true")]
    [InlineData("--enable-deterministic-head-pod-name", "ENABLE_DETERMINISTIC_HEAD_POD_NAME", "enableDeterministicHeadPodName", "true")]
    [InlineData("--default-requeue-seconds", "RAYCLUSTER_DEFAULT_REQUEUE_SECONDS_ENV", "defaultRequeueSeconds", "60")]
    public void Flag_variable_and_field_mean_the_same(string flag, string variable, string field, string text)
    {
        var typed = text.Trim('"');
        var byFlag = Read(flags: [(flag, typed)]);

        Assert.Empty(byFlag.Errors);
        AssertSame(byFlag.Options, Read(variables: [(variable, typed)]).Options);
        AssertSame(byFlag.Options, Read(file: $"{field}: {text}").Options);
        Assert.NotEqual(OptionsReader.Defaults("1"), byFlag.Options);
    }

    [Fact]
    public void Every_option_is_in_the_table_above() => Assert.Equal(
        OptionTable.All.Select(option => $"{option.Flag} {option.Variable} {option.Field}").Order(StringComparer.Ordinal),
        typeof(OptionsReaderTests).GetMethod(nameof(Flag_variable_and_field_mean_the_same))!
            .GetCustomAttributesData()
            .Where(data => data.AttributeType == typeof(InlineDataAttribute))
            .Select(data => (System.Collections.ObjectModel.ReadOnlyCollection<System.Reflection.CustomAttributeTypedArgument>)
                data.ConstructorArguments[0].Value!)
            .Select(arguments => string.Join(' ', arguments.Take(3).Select(argument => argument.Value)))
            .Order(StringComparer.Ordinal));

    [Fact]
    public void A_flag_wins_over_a_variable_and_a_variable_over_the_file()
    {
        const string File = "reconcileConcurrency: 2";

        Assert.Equal(2, Read(file: File).Options.Concurrency);
        Assert.Equal(3, Read(variables: [("RAY_OPERATOR_RECONCILE_CONCURRENCY", "3")], file: File).Options.Concurrency);
        Assert.Equal(
            4,
            Read([("--reconcile-concurrency", "4")], [("RAY_OPERATOR_RECONCILE_CONCURRENCY", "3")], File).Options.Concurrency);
    }

    [Fact]
    public void An_empty_text_says_nothing()
    {
        var reading = Read(
            [("--watch-namespace", "")], [("ENABLE_LOGIN_SHELL", " "), ("RAY_OPERATOR_RECONCILE_CONCURRENCY", null)], "probeAddr:");

        Assert.Empty(reading.Errors);
        AssertSame(OptionsReader.Defaults("1"), reading.Options);
    }

    [Theory]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("7", 7)]
    public void No_look_without_an_event_is_a_choice(string text, int? seconds) =>
        Assert.Equal(
            seconds,
            Read(variables: [("RAYCLUSTER_DEFAULT_REQUEUE_SECONDS_ENV", text)]).Options.Settings.IdleRequeue?.TotalSeconds);

    [Fact]
    public void Endpoints_can_be_turned_off()
    {
        var options = Read(flags: [("--health-probe-bind-address", "0"), ("--metrics-addr", "0")]).Options;

        Assert.Null(options.Health);
        Assert.Null(options.Metrics);
    }

    [Theory]
    [InlineData("trace", LogLevel.Trace)]
    [InlineData("INFO", LogLevel.Information)]
    [InlineData("Information", LogLevel.Information)]
    [InlineData("warn", LogLevel.Warning)]
    [InlineData("panic", LogLevel.Critical)]
    public void Severities_have_the_names_of_both_worlds(string text, LogLevel level) =>
        Assert.Equal(level, Read(flags: [("--zap-log-level", text)]).Options.LogLevel);

    [Theory]
    [InlineData("--forced-cluster-upgrade")]
    [InlineData("--qps")]
    [InlineData("--log-file-path")]
    public void Options_of_KubeRay_without_effect_are_taken_with_a_warning(string flag) =>
        Assert.StartsWith($"{flag} has no effect: ", Assert.Single(Read(flags: [(flag, "1")]).Warnings), StringComparison.Ordinal);

    [Fact]
    public void Fields_of_KubeRay_without_effect_are_taken_with_a_warning() =>
        Assert.StartsWith(
            "burst in config.yaml, line 3, has no effect: ", Assert.Single(Read(file: "burst: 200").Warnings), StringComparison.Ordinal);

    internal static OptionsReading Read(
        (string Flag, string Text)[]? flags = null, (string Name, string? Text)[]? variables = null, string? file = null) =>
        new OptionsReader(
            "1",
            (flags ?? []).ToDictionary(flag => flag.Flag, flag => flag.Text),
            (variables ?? []).ToDictionary(variable => variable.Name, variable => variable.Text),
            file is null
                ? null
                : ConfigurationFile.Parse("config.yaml", $"apiVersion: config.ray.io/v1alpha1\nkind: Configuration\n{file}\n")).Read();

    private static void AssertSame(OperatorOptions expected, OperatorOptions actual)
    {
        Assert.Equal(expected.Namespaces, actual.Namespaces);
        Assert.Equal(expected.Webhooks.Names, actual.Webhooks.Names);
        Assert.Equal(WithoutLists(expected), WithoutLists(actual));

        static OperatorOptions WithoutLists(OperatorOptions options) =>
            options with { Namespaces = [], Webhooks = options.Webhooks with { Names = [] } };
    }
}
