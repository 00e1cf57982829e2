using System.CommandLine;
using Ray.Operator.Commands;
using Ray.Operator.Options;

namespace Ray.Operator.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--nonsense")]
    [InlineData("--reconcile-concurrency=0")]
    [InlineData("--reconcile-concurrency")]
    [InlineData("--health-probe-bind-address=nowhere")]
    [InlineData("--feature-gates=Nonsense=true")]
    [InlineData("--config=/no/such/file")]
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

        Assert.Equal(
            ExitCode.ServerNotUsable,
            await RootCommands.InvokeAsync(["run", "--kubeconfig", path, "--health-probe-bind-address", "0", "--metrics-addr", "0"]));
        File.Delete(path);
    }

    [Fact]
    public async Task Help_is_no_error() => Assert.Equal(ExitCode.Success, await RootCommands.InvokeAsync(["run", "--help"]));

    [Fact]
    public async Task Options_reach_the_operator()
    {
        var options = await ReadAsync("--watch-namespace", "a, b", "--reconcile-concurrency", "3", "--log-stdout-encoder=console");

        Assert.Equal(["a", "b"], options.Namespaces);
        Assert.Equal(3, options.Concurrency);
        Assert.Equal(LogFormat.Simple, options.LogFormat);
    }

    [Theory]
    [InlineData("--enable-login-shell", true)]
    [InlineData("--enable-login-shell=true", true)]
    [InlineData("--enable-login-shell=false", false)]
    public async Task A_switch_needs_no_value(string flag, bool isOn) =>
        Assert.Equal(isOn, (await ReadAsync(flag, "--log-level", "debug")).Settings.LoginShell);

    [Fact]
    public async Task A_file_is_named_by_flag_or_variable()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            path,
            "apiVersion: config.ray.io/v1alpha1\nkind: Configuration\nreconcileConcurrency: 5\n",
            TestContext.Current.CancellationToken);

        Assert.Equal(5, (await ReadAsync("--config", path)).Concurrency);
        Assert.Equal(5, (await ReadAsync([], new Dictionary<string, string?> { [RunOptions.ConfigVariable] = path })).Concurrency);
        File.Delete(path);
    }

    private static Task<OperatorOptions> ReadAsync(params string[] args) => ReadAsync(args, new Dictionary<string, string?>());

    private static async Task<OperatorOptions> ReadAsync(string[] args, Dictionary<string, string?> variables)
    {
        var options = new RunOptions();
        var command = new Command("run");
        options.AddTo(command);
        var parsed = command.Parse(args);
        Assert.Empty(parsed.Errors);
        var reading = await RunCommand.ReadAsync(options, parsed, variables, TestContext.Current.CancellationToken);
        Assert.Empty(reading.Errors);
        return reading.Options;
    }
}
