using k8s.Models;
using Ray.Api;

namespace Ray.Operator.Tests.Desired;

public class CommandTests
{
    private const string Ulimit = "ulimit -n ${RAY_START_ULIMIT_OPEN_FILES:-65536}; ";

    [Fact]
    public void Without_a_command_Ray_is_started_by_a_shell()
    {
        var container = Sample.Head().Ray();

        Assert.Equal(["/bin/bash", "-c", "--"], container.Command);
        Assert.Equal([Ulimit + container.Env("KUBERAY_GEN_RAY_START_CMD")], container.Args);
    }

    [Fact]
    public void The_shell_can_be_a_login_shell() =>
        Assert.Equal(["/bin/bash", "-cl", "--"], Sample.Head(settings: Sample.Settings with { LoginShell = true }).Ray().Command);

    [Fact]
    public void A_command_of_the_user_runs_first()
    {
        var container = WithCommand(["echo"], ["one", "two"]);

        Assert.Equal(["/bin/bash", "-c", "--"], container.Command);
        Assert.StartsWith(" echo  one  two  && " + Ulimit + "ray start --head ", Assert.Single(container.Args), StringComparison.Ordinal);
    }

    [Fact]
    public void Blank_commands_count_as_none() =>
        Assert.StartsWith(Ulimit, Assert.Single(WithCommand([""], [" "]).Args), StringComparison.Ordinal);

    [Theory]
    [InlineData("ray start --head", null)]
    [InlineData("ray", "start")]
    [InlineData("bash", "sleep 1;  ray  start --head")]
    public void A_command_that_starts_Ray_is_left_alone(string command, string? argument)
    {
        var container = WithCommand([command], argument is null ? null : [argument]);

        Assert.Equal([command], container.Command);
        Assert.Equal(argument is null ? null : [argument], container.Args);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_command_is_left_alone_by_annotation(bool onTheCluster)
    {
        var annotation = new Dictionary<string, string> { [RayAnnotations.OverwriteContainerCommand] = "TRUE" };
        var container = Sample.Head(cluster =>
        {
            var metadata = onTheCluster ? cluster.Metadata : cluster.HeadTemplate().Metadata;
            metadata.Annotations = annotation;
            cluster.HeadContainer().Command = ["sleep"];
            cluster.HeadContainer().Args = ["1"];
        }).Ray();

        Assert.Equal(["sleep"], container.Command);
        Assert.Equal(["1"], container.Args);
        Assert.StartsWith("ray start", container.Env("KUBERAY_GEN_RAY_START_CMD"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("disable-usage-stats", "true", " --disable-usage-stats ")]
    [InlineData("disable-usage-stats", "True", " --disable-usage-stats ")]
    [InlineData("log-color", "true", " --log-color=true ")]
    [InlineData("log-color", "false", " --log-color=false ")]
    [InlineData("include-dashboard", "false", " --include-dashboard=false ")]
    [InlineData("include-log-monitor", "true", " --include-log-monitor=true ")]
    [InlineData("node-ip-address", "$MY_POD_IP", " --node-ip-address=$MY_POD_IP ")]
    [InlineData("empty", "", " --empty= ")]
    public void Values_become_flags_and_true_a_switch(string name, string value, string expected) =>
        Assert.Contains(expected, WithParam(name, value), StringComparison.Ordinal);

    [Theory]
    [InlineData("false")]
    [InlineData("False")]
    public void False_drops_a_switch(string value) =>
        Assert.DoesNotContain("disable-usage-stats", WithParam("disable-usage-stats", value), StringComparison.Ordinal);

    [Fact]
    public void Flags_are_sorted_ordinally()
    {
        var command = WithParam("Zone", "z");

        Assert.True(command.IndexOf("--Zone", StringComparison.Ordinal) < command.IndexOf("--block", StringComparison.Ordinal));
    }

    private static V1Container WithCommand(string[]? command, string[]? arguments) =>
        Sample.Head(cluster =>
        {
            cluster.HeadContainer().Command = command;
            cluster.HeadContainer().Args = arguments;
        }).Ray();

    private static string WithParam(string name, string value) =>
        Sample.Head(cluster => cluster.Spec!.HeadGroupSpec!.RayStartParams = new Dictionary<string, string> { [name] = value })
            .Ray().Env("KUBERAY_GEN_RAY_START_CMD")!;
}
