using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Ray.DevEnvironment;

namespace Ray.EndToEnd.Commands;

/// <summary><c>ray-operator local</c>: everything in one process, by way of its command line.</summary>
public sealed partial class LocalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ray-operator-local-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1, "ray-cluster.mini.yaml")]
    [InlineData(1, "config-map-ray-code.yaml", "ray-cluster.heterogeneous.yaml")]
    [InlineData(1, "ray-cluster.complete.yaml")]
    [InlineData(3, "v1alpha1")]
    public async Task Samples_are_ready_soon_and_nothing_is_left(int clusters, params string[] samples)
    {
        var run = await OperatorCommand.RunAsync(["local", "--exit-when-ready", .. samples.Select(Sample)]);

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        var told = Told().Match(run.Output);
        Assert.Equal($"{clusters}", told.Groups["count"].Value);
        TestContext.Current.SendDiagnosticMessage($"{string.Join(' ', samples)}: {told.Value}");

        // Two seconds on a machine that does nothing else.
        Assert.InRange(double.Parse(told.Groups["seconds"].Value, CultureInfo.InvariantCulture), 0, 30);
        Assert.DoesNotContain('\u001b', run.Output + run.Error);
        Assert.DoesNotContain("error", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.GetDirectoryName(LocalProcess.KubeConfigOf(run.Output))));
    }

    [Fact]
    public async Task A_wrong_manifest_is_told_and_nothing_starts()
    {
        var manifest = Write("wrong.yaml", "apiVersion: ray.io/v1\nkind: RayCluster\nmetadata: {name: a}\nspec:\n  headGroupSpecs: {}\n");
        var run = await OperatorCommand.RunAsync("local", Sample("ray-cluster.mini.yaml"), manifest);

        Assert.Equal((4, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"{manifest}:5: error: spec.headGroupSpecs: there is no such field", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_server_refuses_is_told_with_its_line_and_everything_is_cleared_up()
    {
        var manifest = Write("refused.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: Not A Name}\n");
        var run = await OperatorCommand.RunAsync("local", manifest);

        Assert.Equal(4, run.ExitCode);
        Assert.StartsWith($"{manifest}:1: error: the server refuses it: ", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(LocalProcess.KubeConfigOf(run.Output)));
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var run = await OperatorCommand.RunAsync("local", "--port", $"{port}");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Matches($@"\Aray-operator: Port {port} of 127\.0\.0\.1 cannot be used: [^\n]+\n\z", run.Error);
    }

    [Theory]
    [InlineData("--port", "many")]
    [InlineData("--nodes", "-1")]
    [InlineData("--timeout", "soon", "--exit-when-ready")]
    [InlineData("--timeout", "5s")]
    [InlineData("--exit-when-ready")]
    [InlineData("--log-file", "/no/such/folder/log")]
    [InlineData("--kubeconfig-out", "/no/such/folder/kubeconfig")]
    [InlineData("--feature-gates", "Nonsense=true")]
    public async Task Options_that_cannot_be_used_are_told_in_a_line_or_two(params string[] options)
    {
        var run = await OperatorCommand.RunAsync(["local", .. options]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("ray-operator: ", run.Error, StringComparison.Ordinal);
        Assert.InRange(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 1, 2);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Signals.Interrupt)]
    [InlineData(Signals.Terminate)]
    [InlineData(Signals.HangUp)]
    public async Task A_signal_ends_it_and_clears_up(int signal)
    {
        var (kubeConfig, log) = (Path.Combine(_folder, "kubeconfig"), Path.Combine(_folder, "log"));
        await using var local = LocalProcess.Start(
            Sample("ray-cluster.mini.yaml"), "--kubeconfig-out", kubeConfig, "--log-file", log, "--log-stdout-encoder", "json");
        await local.UntilAsync("state ready");
        Assert.Equal(kubeConfig, local.KubeConfig);
        Assert.True(File.Exists(kubeConfig));

        Assert.Equal(0, await local.StopAsync(signal));
        Assert.Equal("", local.Error);
        Assert.EndsWith("Stopped.\n", local.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(kubeConfig));
        Assert.All(await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken), line => Assert.StartsWith("{", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_there_is_no_place_for_a_kubeconfig()
    {
        var precious = Write("config", "precious");
        var run = await OperatorCommand.RunAsync("local", "--kubeconfig-out", precious);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("exists already", run.Error, StringComparison.Ordinal);
        Assert.Equal("precious", await File.ReadAllTextAsync(precious, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(2, "ray-operator: The kubeconfig cannot be written: ", "--kubeconfig-out", "")]
    [InlineData(4, ":1: error: cannot be read: ", "")]
    public async Task An_empty_path_is_one_line(int exitCode, string told, params string[] arguments)
    {
        var run = await OperatorCommand.RunAsync(["local", .. arguments]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.StartsWith(told, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_become_ready_is_explained()
    {
        var run = await OperatorCommand.RunAsync("local", Write("picky.yaml", Picky), "--exit-when-ready", "--timeout", "10s");

        Assert.Equal(5, run.ExitCode);
        Assert.Contains("ray-operator: Not ready within 10 s:\nteam-a/picky is not ready: headgroup 0/1 ready, state -\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("Pending: Unschedulable: no node takes the pod; ", run.Error, StringComparison.Ordinal);
        Assert.Contains("kubectl label node simulated-node-0 accelerator=a100", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kubectl_follows_the_exported_kubeconfig_and_what_it_does_is_shown()
    {
        await using var local = LocalProcess.Start(Write("picky.yaml", Picky), "--exit-when-ready");
        await local.UntilAsync("pod picky-head-");
        var kubectl = new Kubectl(local.KubeConfig);

        Assert.Contains("namespace/team-a created, since a manifest names it", local.Output, StringComparison.Ordinal);
        Assert.Contains("picky", await kubectl.RunAsync(["get", "rayclusters", "-n", "team-a"]), StringComparison.Ordinal);
        await kubectl.RunAsync(["apply", "-f", Sample("ray-cluster.heterogeneous.yaml")]);
        await local.UntilAsync("default/raycluster-heterogeneous: state ready");
        Assert.Contains("CreatedHeadPod", await kubectl.RunAsync(["describe", "raycluster", "raycluster-heterogeneous"]), StringComparison.Ordinal);
        await kubectl.RunAsync(["delete", "raycluster", "raycluster-heterogeneous"]);
        await local.UntilAsync("default/raycluster-heterogeneous: gone");

        // The advice that is given to those who run out of time.
        await kubectl.RunAsync(["label", "node", "simulated-node-0", "accelerator=a100"]);
        Assert.Equal(0, await local.EndAsync());
        Assert.Contains("on simulated-node-0", local.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kinds_that_are_not_known_are_passed_over()
    {
        var manifest = Write("more.yaml", "apiVersion: monitoring.coreos.com/v1\nkind: PodMonitor\nmetadata: {name: a}\n");
        var run = await OperatorCommand.RunAsync("local", "--exit-when-ready", manifest, Sample("ray-cluster.mini.yaml"));

        Assert.Equal((0, $"{manifest}:2: warning: kind: PodMonitor of monitoring.coreos.com/v1 is not known here; passed over\n"), (run.ExitCode, run.Error));
    }

    private const string Picky =
        """
        apiVersion: ray.io/v1
        kind: RayCluster
        metadata: {name: picky, namespace: team-a}
        spec:
          rayVersion: "2.60.0"
          headGroupSpec:
            template:
              spec:
                nodeSelector: {accelerator: a100}
                containers: [{name: ray-head, image: "rayproject/ray:2.60.0"}]
        """;

    private static string Sample(string name) => Repository.PathOf("samples", name);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    [GeneratedRegex(@"(?<count>\d+) RayCluster\(s\) ready, (?<seconds>[\d.]+) s after the start")]
    private static partial Regex Told();
}
