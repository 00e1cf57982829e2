using System.Diagnostics.Metrics;
using k8s.Models;
using Kube.Runtime.Caching;
using Microsoft.Extensions.Hosting;
using Ray.Api;
using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Telemetry;

/// <summary>
/// What <c>/metrics</c> tells of each single cluster, under KubeRay's names and labels. All of it is read from the cache when somebody asks:
/// a cluster that is gone leaves nothing behind, and an operator that has just started knows as much as the one before.
/// </summary>
/// <param name="listers">Caches of all clusters that are served.</param>
internal sealed class ClusterMetrics(IReadOnlyList<ILister<RayCluster>> listers) : IHostedService, IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Ray.Operator";

    private readonly Meter _meter = new(MeterName);

    /// <summary>Makes the instruments.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _meter.CreateObservableGauge("kuberay_cluster_info", Infos, description: "Metadata of RayClusters.");
        _meter.CreateObservableGauge(
            "kuberay_cluster_condition_provisioned", Conditions, description: "Whether a RayCluster was ready once since it was made or resumed.");
        _meter.CreateObservableGauge(
            "kuberay_cluster_provisioned_duration_seconds", Durations, description: "Seconds from the creation of a RayCluster until it was ready.");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<long>> Infos() =>
        Clusters().Select(cluster => new Measurement<long>(
            1, Labels(cluster, ("owner_kind", cluster.GetLabel(RayLabels.OriginatedFromKind) ?? "None"))));

    private IEnumerable<Measurement<long>> Conditions() =>
        Clusters().Select(cluster => new Measurement<long>(1, Labels(cluster, ("condition", Provisioned(cluster) is null ? "false" : "true"))));

    private IEnumerable<Measurement<double>> Durations() =>
        from cluster in Clusters()
        let duration = Provisioned(cluster)?.LastTransitionTime - cluster.Metadata.CreationTimestamp
        where duration is not null
        select new Measurement<double>(duration.GetValueOrDefault().TotalSeconds, Labels(cluster));

    private IEnumerable<RayCluster> Clusters() => listers.SelectMany(lister => lister.List());

    private static V1Condition? Provisioned(RayCluster cluster) =>
        cluster.Status?.Conditions?.FirstOrDefault(condition => condition is { Type: RayConditionTypes.RayClusterProvisioned, Status: "True" });

    private static KeyValuePair<string, object?>[] Labels(RayCluster cluster, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var labels = new List<KeyValuePair<string, object?>>
        {
            new("name", cluster.Metadata.Name),
            new("namespace", cluster.Metadata.NamespaceProperty),
            new("uid", cluster.Metadata.Uid),
        };
        foreach (var (name, value) in more)
        {
            labels.Add(new(name, value));
        }

        return [.. labels];
    }
}
