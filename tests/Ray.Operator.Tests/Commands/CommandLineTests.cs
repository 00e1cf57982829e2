using System.CommandLine;
using Ray.Operator.Commands;
using Ray.Operator.Options;

namespace Ray.Operator.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--nonsense")]
    [InlineData("--reconcile-concurrency=0")]
    [InlineData("--reconcile-concurrency=many")]
    [InlineData("--health-probe-bind-address=nowhere")]
    [InlineData("--health-probe-bind-address=:70000")]
    [InlineData("--log-format=xml")]
    public async Task A_bad_option_ends_with_the_code_for_bad_usage(string option) =>
        Assert.Equal(ExitCode.BadUsage, await RootCommands.InvokeAsync(["run", option]));

    [Fact]
    public async Task A_kubeconfig_that_is_not_there_ends_with_the_code_for_bad_usage() =>
        Assert.Equal(ExitCode.BadUsage, await RootCommands.InvokeAsync(["run", "--kubeconfig", "/no/such/file"]));

    [Fact]
    public async Task A_server_that_does_not_answer_ends_with_its_own_code()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            path,
            """
            apiVersion: v1
            kind: Config
            current-context: c
            contexts: [{name: c, context: {cluster: c, user: u}}]
            clusters: [{name: c, cluster: {server: "http://127.0.0.1:1"}}]
            users: [{name: u, user: {token: t}}]
            """,
            TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.ServerNotUsable, await RootCommands.InvokeAsync(["run", "--kubeconfig", path, "--health-probe-bind-address", "0"]));
        File.Delete(path);
    }

    [Fact]
    public async Task Help_is_no_error() => Assert.Equal(ExitCode.Success, await RootCommands.InvokeAsync(["run", "--help"]));

    [Fact]
    public void Options_reach_the_operator()
    {
        var options = Parse("--watch-namespace", "a, b", "--reconcile-concurrency", "3", "--health-probe-bind-address", "[::1]:9000", "--log-format", "Simple");

        Assert.Equal(["a", "b"], options.Namespaces);
        Assert.Equal(3, options.Concurrency);
        Assert.Equal(("::1", 9000), (options.Health!.Address, options.Health.Port));
        Assert.Equal(LogFormat.Simple, options.LogFormat);
    }

    [Fact]
    public void Defaults_serve_all_namespaces_and_answer_probes()
    {
        var options = Parse();

        Assert.Empty(options.Namespaces);
        Assert.Equal(("0.0.0.0", 8082), (options.Health!.Address, options.Health.Port));
    }

    [Fact]
    public void Probes_can_be_turned_off() => Assert.Null(Parse("--health-probe-bind-address", "0").Health);

    private static OperatorOptions Parse(params string[] args)
    {
        var options = new RunOptions();
        var command = new Command("run");
        options.AddTo(command);
        var parsed = command.Parse(args);
        Assert.Empty(parsed.Errors);
        return options.OperatorOf(parsed, new OperatorSettings());
    }
}
