using System.Text.Json;
using Ray.DevEnvironment;

namespace Ray.EndToEnd;

/// <summary>What the operator tells of itself.</summary>
public sealed class MetricsTests(OperatorFixture fixture)
{
    [Theory]
    [InlineData("controller_runtime_reconcile_total{controller=\"raycluster\",result=\"success\"}")]
    [InlineData("workqueue_depth{")]
    [InlineData("rest_client_requests_total{")]
    [InlineData("process_resident_memory_bytes")]
    public async Task Metrics_have_the_names_of_controller_runtime(string series)
    {
        await ReadyClusterAsync("metrics");
        Assert.Contains(series, await MetricsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_tell_of_each_cluster()
    {
        var ns = await ReadyClusterAsync("metrics");
        var lines = (await MetricsAsync()).Split('\n').Where(line => line.Contains(ns, StringComparison.Ordinal)).ToList();

        Assert.Contains(lines, line => line.StartsWith("kuberay_cluster_info{", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("kuberay_cluster_condition_provisioned{", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("kuberay_cluster_provisioned_duration_seconds{", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Log_lines_of_a_reconcile_name_the_cluster_and_the_reconcile()
    {
        var ns = await ReadyClusterAsync("logged");
        var lines = (await File.ReadAllLinesAsync(fixture.Environment.OperatorLog, TestContext.Current.CancellationToken))
            .Where(line => line.StartsWith('{') && line.Contains(ns, StringComparison.Ordinal))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("Scopes"));

        Assert.Contains(lines, scopes => scopes.EnumerateArray().Any(scope =>
            scope.GetProperty("namespace").GetString() == ns
            && scope.GetProperty("name").GetString() == "logged"
            && Guid.TryParse(scope.GetProperty("reconcileID").GetString(), out _)));
    }

    [Fact]
    public async Task A_port_in_use_ends_the_operator_with_one_message()
    {
        string[] arguments =
        [
            "run", "--kubeconfig", fixture.Environment.OperatorKubeConfig, "--enable-leader-election=false",
            "--health-probe-bind-address=0", $"--metrics-addr={fixture.Operator.Metrics.Authority}",
        ];
        var (exitCode, output, error) = await OperatorCommand.RunAsync(arguments);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"ray-operator: The metrics endpoint cannot listen on {fixture.Operator.Metrics.Authority}: another process uses that port. Stop it, or "
            + "choose another port.\n",
            error);
        Assert.DoesNotContain("\"Error\"", output, StringComparison.Ordinal);
    }

    private async Task<string> ReadyClusterAsync(string name)
    {
        var ns = await fixture.NewNamespaceAsync();
        var client = fixture.Environment.RayClusters();
        await client.CreateAsync(Clusters.Of(ns, name, ("small", 1)));
        await Eventually.ReadAsync("it is ready", () => client.GetAsync(name, ns), cluster => cluster.Status?.State == "ready");
        return ns;
    }

    private async Task<string> MetricsAsync()
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(fixture.Operator.Metrics, TestContext.Current.CancellationToken);
    }
}
