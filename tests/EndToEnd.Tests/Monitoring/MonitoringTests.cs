using Kube.Testing;
using Ray.Api;
using Ray.Api.V1;
using Ray.DevEnvironment;

namespace Ray.EndToEnd.Monitoring;

/// <summary>The metrics of a running operator, and what <c>deploy/monitoring</c> makes of them.</summary>
public sealed class MonitoringTests(OperatorFixture fixture)
{
    private RayClusterClient Rays => fixture.Environment.RayClusters();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_names_of_KubeRay_are_served_and_promtool_finds_no_fault()
    {
        var ns = await fixture.NewNamespaceAsync();
        await using var metered = await MeteredOperator.StartAsync(fixture, Token);
        await RunAsync(ns, metered);

        var text = await Eventually.ReadAsync(
            "all metrics are there",
            metered.ReadAsync,
            text => MetricNames.OfClusters.Concat(MetricNames.OfTheOperator).All(name => IsIn(text, name)));

        Assert.Contains($"kuberay_cluster_info{{name=\"runs\",namespace=\"{ns}\",uid=", text, StringComparison.Ordinal);
        Assert.Contains("owner_kind=\"RayJob\"} 1", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"name=\"brief\",namespace=\"{ns}\"", text, StringComparison.Ordinal);
        Assert.Equal("", await PrometheusTools.ComplaintsAsync(text, Token));
    }

    [Fact]
    public async Task The_queries_of_the_dashboard_return_data_from_a_real_Prometheus()
    {
        var ns = await fixture.NewNamespaceAsync();
        await using var metered = await MeteredOperator.StartAsync(fixture, Token);
        await using var prometheus = PrometheusServer.Start(metered.Metrics);
        await RunAsync(ns, metered);
        var text = await metered.ReadAsync();
        Assert.All(Dashboard.Metrics(), name => Assert.True(IsIn(text, name), $"The dashboard asks for {name}, which is not served."));

        var queries = Dashboard.Queries();
        Assert.InRange(queries.Count, 30, 100);
        foreach (var (panel, query) in queries)
        {
            await Eventually.ReadAsync(
                $"data for the panel '{panel}': {query}",
                () => prometheus.CountAsync(Dashboard.Resolve(query, PrometheusServer.Job), Token),
                series => series > 0);
        }
    }

    [Fact]
    public async Task The_monitors_find_the_port_of_the_operator()
    {
        var manifest = await fixture.Kubectl.RunAsync(["kustomize", Repository.PathOf("deploy", "monitoring")]);
        var documents = manifest.Split("\n---\n");
        var deployment = Assert.Single(documents, text => text.Contains("kind: Deployment", StringComparison.Ordinal));
        var monitor = Assert.Single(documents, text => text.Contains("kind: PodMonitor", StringComparison.Ordinal)
            && text.Contains("name: ray-operator\n  namespace", StringComparison.Ordinal));

        Assert.Contains("port: metrics", monitor, StringComparison.Ordinal);
        Assert.Contains("name: metrics", deployment, StringComparison.Ordinal);
        Assert.Contains("RAY_OPERATOR_ENABLE_METRICS", deployment, StringComparison.Ordinal);
        Assert.Contains(documents, text => text.Contains("grafana_dashboard: \"1\"", StringComparison.Ordinal));
    }

    // One cluster that runs, one that waits for its worker, one that goes; and a network that breaks until a request is sent again.
    private async Task RunAsync(string ns, MeteredOperator metered)
    {
        var runs = Clusters.Of(ns, "runs", ("small", 2));
        runs.Metadata.Labels = new Dictionary<string, string> { [RayLabels.OriginatedFromKind] = "RayJob" };
        var waits = Clusters.Of(ns, "waits", ("small", 1));
        waits.Spec!.WorkerGroupSpecs![0].Template!.Metadata = new()
        {
            Annotations = new Dictionary<string, string> { [SimulatedPodAnnotations.Phase] = "Pending" },
        };
        await Rays.CreateAsync(runs);
        await Rays.CreateAsync(waits);
        await Rays.CreateAsync(Clusters.Of(ns, "brief"));
        await Eventually.ReadAsync("two are ready", () => Rays.ListAsync(ns), all => all.Items.Count(IsReady) == 2);

        await Rays.DeleteAsync("brief", ns);
        await Eventually.ReadAsync("a request was sent again", CutAndReadAsync, text => IsIn(text, "rest_client_request_retries_total"));

        await Rays.UpdateAsync("runs", ns, cluster => cluster.Spec!.WorkerGroupSpecs![0].Replicas = 3);
        await Eventually.ReadAsync("the third worker runs", () => Rays.GetAsync("runs", ns), cluster => cluster.Status?.AvailableWorkerReplicas == 3);

        Task<string> CutAndReadAsync()
        {
            metered.Cut();
            return metered.ReadAsync();
        }
    }

    private static bool IsReady(RayCluster cluster) => cluster.Status?.State == RayClusterState.Ready;

    private static bool IsIn(string text, string name) => text.Contains($"# TYPE {name} ", StringComparison.Ordinal);
}
