using Ray.Operator.Options;

namespace Ray.Operator.Tests.Options;

public class OperatorSettingsTests
{
    [Fact]
    public void Without_variables_the_defaults_hold() =>
        Assert.Equal(new OperatorSettings { Version = "1" }, OperatorSettingsReader.Read("1", new Dictionary<string, string?>()));

    [Fact]
    public void Every_variable_is_read() =>
        Assert.Equal(
            new OperatorSettings
            {
                Version = "1",
                ClusterDomain = "example.org",
                InjectInitContainer = false,
                InjectProbes = false,
                HeadServiceClusterIp = true,
                LoginShell = true,
                DeterministicHeadPodName = true,
                IdleRequeue = TimeSpan.FromSeconds(60),
            },
            OperatorSettingsReader.Read("1", new Dictionary<string, string?>
            {
                ["CLUSTER_DOMAIN"] = "example.org",
                ["ENABLE_INIT_CONTAINER_INJECTION"] = "False",
                ["ENABLE_PROBES_INJECTION"] = "false",
                ["ENABLE_RAY_HEAD_CLUSTER_IP_SERVICE"] = "true",
                ["ENABLE_LOGIN_SHELL"] = "true",
                ["ENABLE_DETERMINISTIC_HEAD_POD_NAME"] = "true",
                ["RAYCLUSTER_DEFAULT_REQUEUE_SECONDS_ENV"] = "60",
            }));

    [Theory]
    [InlineData("CLUSTER_DOMAIN", " ")]
    [InlineData("ENABLE_PROBES_INJECTION", "no")]
    [InlineData("ENABLE_LOGIN_SHELL", "1")]
    [InlineData("RAYCLUSTER_DEFAULT_REQUEUE_SECONDS_ENV", "0")]
    [InlineData("RAYCLUSTER_DEFAULT_REQUEUE_SECONDS_ENV", "-5")]
    [InlineData("RAYCLUSTER_DEFAULT_REQUEUE_SECONDS_ENV", "soon")]
    public void Values_that_make_no_sense_leave_the_default(string name, string value) =>
        Assert.Equal(
            new OperatorSettings { Version = "1" },
            OperatorSettingsReader.Read("1", new Dictionary<string, string?> { [name] = value }));
}
