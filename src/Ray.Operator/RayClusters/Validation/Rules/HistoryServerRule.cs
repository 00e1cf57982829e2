using Ray.Operator.Options;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>The collector of logs and events is allowed by its gate, is described, and has its name for itself.</summary>
internal static class HistoryServerRule
{
    private const string ContainerName = "ray-history-collector";
    private const string Path = "spec.historyServerOptions";

    public static IEnumerable<SpecProblem> Check(ClusterContext context)
    {
        if (context.Spec.HistoryServerOptions is not { } options)
        {
            return [];
        }

        return
        [
            .. context.Settings.Gates.RayClusterHistoryServer
                ? Array.Empty<SpecProblem>()
                : [Needs.Gate(Path, nameof(FeatureGates.RayClusterHistoryServer))],
            .. options.CollectorOptions is { } collector
                ? CollectorCheck.Of(collector, $"{Path}.collectorOptions")
                : [ClusterContext.Problem($"{Path}.collectorOptions", "is missing", "describe the collector, or remove the options")],
            .. context.Groups.SelectMany(group => group.Containers)
                .Where(item => item.Container.Name == ContainerName)
                .Select(item => ClusterContext.Problem(
                    $"{item.Path}.name", $"'{ContainerName}' is the collector's", "choose another name")),
        ];
    }
}
