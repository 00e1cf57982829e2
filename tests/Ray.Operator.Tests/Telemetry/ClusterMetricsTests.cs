using k8s.Models;
using Kube.Runtime.Telemetry;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Telemetry;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Telemetry;

public sealed class ClusterMetricsTests
{
    private static readonly DateTime s_created = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_cluster_that_is_ready_tells_how_long_it_took() => Assert.Equal(
        [
            """kuberay_cluster_condition_provisioned{name="c",namespace="n",uid="u",condition="true"} 1""",
            """kuberay_cluster_info{name="c",namespace="n",uid="u",owner_kind="RayJob"} 1""",
            """kuberay_cluster_provisioned_duration_seconds{name="c",namespace="n",uid="u"} 90""",
        ],
        Lines(Cluster(Provisioned("True"), new() { [RayLabels.OriginatedFromKind] = "RayJob" })));

    [Theory]
    [InlineData("False")]
    [InlineData(null)]
    public void A_cluster_that_was_never_ready_has_no_duration(string? status) => Assert.Equal(
        [
            """kuberay_cluster_condition_provisioned{name="c",namespace="n",uid="u",condition="false"} 1""",
            """kuberay_cluster_info{name="c",namespace="n",uid="u",owner_kind="None"} 1""",
        ],
        Lines(Cluster(status is null ? null : Provisioned(status))));

    [Fact]
    public void A_cluster_that_is_gone_leaves_nothing_behind() => Assert.Empty(Lines());

    [Fact]
    public async Task The_series_of_a_cluster_end_with_the_cluster()
    {
        using var exporter = new PrometheusExporter(ClusterMetrics.MeterName);
        var (cache, other) = (new StillCache<RayCluster>(), new StillCache<RayCluster>());
        cache.Refresh([Cluster(Provisioned("True"))]);
        other.Refresh([Cluster(null)]);
        using var metrics = new ClusterMetrics([cache, other]);
        await metrics.StartAsync(TestContext.Current.CancellationToken);
        Assert.Contains("condition=\"true\"", exporter.Print(), StringComparison.Ordinal);

        cache.Refresh([]);

        Assert.DoesNotContain("condition=\"true\"", exporter.Print(), StringComparison.Ordinal);
        Assert.DoesNotContain("duration_seconds{name=\"c\"", exporter.Print(), StringComparison.Ordinal);
        Assert.Contains("condition=\"false\"", exporter.Print(), StringComparison.Ordinal);
    }

    private static string[] Lines(params RayCluster[] clusters)
    {
        using var exporter = new PrometheusExporter(ClusterMetrics.MeterName);
        var cache = new StillCache<RayCluster>();
        cache.Refresh(clusters);
        using var metrics = new ClusterMetrics([cache]);
        _ = metrics.StartAsync(CancellationToken.None);
        return [.. exporter.Print().Split('\n').Where(line => line.StartsWith("kuberay_", StringComparison.Ordinal))];
    }

    private static RayCluster Cluster(V1Condition? condition, Dictionary<string, string>? labels = null) => new()
    {
        Metadata = new() { Name = "c", NamespaceProperty = "n", Uid = "u", CreationTimestamp = s_created, Labels = labels },
        Status = new() { Conditions = condition is null ? null : [condition] },
    };

    private static V1Condition Provisioned(string status) => new()
    {
        Type = RayConditionTypes.RayClusterProvisioned,
        Status = status,
        LastTransitionTime = s_created.AddSeconds(90),
    };
}
