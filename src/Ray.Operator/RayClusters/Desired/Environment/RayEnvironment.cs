using k8s.Models;
using Ray.Api;
using Ray.Operator.RayClusters.Desired.Features;
using static Ray.Operator.RayClusters.Desired.Environment.EnvironmentEntry;

namespace Ray.Operator.RayClusters.Desired.Environment;

/// <summary>The environment of the Ray container and of all init containers.</summary>
internal static class RayEnvironment
{
    public static void AddTo(RayNode node, string startCommand)
    {
        EnvironmentMerge.Into(node.RayContainer, OfRayContainer(node, startCommand));
        foreach (var container in node.Template.Spec.InitContainers ?? [])
        {
            EnvironmentMerge.Into(container, WhereTheHeadIs(node));
        }
    }

    private static IEnumerable<EnvironmentEntry> OfRayContainer(RayNode node, string startCommand) =>
    [
        .. node.Origin.Variables(node),
        .. AutoscalerVersion(node),
        .. FaultToleranceEnvironment.Of(node),
        .. AuthenticationEnvironment.Of(node.Cluster),
        .. Installation(node),
        .. node.IsHead ? [] : WhereTheHeadIs(node),
        .. WhoAmI(),
        Set(EnvironmentNames.GeneratedStartCommand, startCommand),
        Default(EnvironmentNames.Port, node.Head.Port),
        .. node.IsForServe ? ShortTimeouts() : [],
        Default(EnvironmentNames.Address, node.IsHead ? $"127.0.0.1:{node.Head.Port}" : node.Head.HostAndPort),
        Default(EnvironmentNames.UsageInUse, "1"),
        .. node.IsHead ? UsageTags(node) : [],
        Default(EnvironmentNames.DashboardDiskUsage, "1"),
    ];

    private static EnvironmentEntry[] AutoscalerVersion(RayNode node) => node.IsHead && Autoscaling.VersionOf(node.Cluster) is not null
        ? [Set(EnvironmentNames.AutoscalerV2, Autoscaling.IsVersion2(node.Cluster) ? "true" : "false")]
        : [];

    private static IEnumerable<EnvironmentEntry> Installation(RayNode node) =>
        node.Settings.DefaultContainerEnvironment.Select(variable => new EnvironmentEntry(variable, UserWins: true));

    private static EnvironmentEntry[] WhereTheHeadIs(RayNode node) =>
    [
        Set(EnvironmentNames.HeadHost, node.Head.Host),
        new(new V1EnvVar { Name = EnvironmentNames.HeadService, Value = node.Head.Service }, node.Origin.KeepsUsersHeadService),
    ];

    private static EnvironmentEntry[] WhoAmI() =>
    [
        FromField(EnvironmentNames.ClusterName, $"metadata.labels['{RayLabels.Cluster}']"),
        FromField(EnvironmentNames.ClusterNamespace, "metadata.namespace"),
        FromField(EnvironmentNames.CloudInstanceId, "metadata.name"),
        FromField(EnvironmentNames.NodeTypeName, $"metadata.labels['{RayLabels.Group}']"),
    ];

    // A service must notice a lost head sooner than a batch cluster.
    private static EnvironmentEntry[] ShortTimeouts() =>
    [
        Default(EnvironmentNames.TaskDeathInfoTimeout, "0"),
        Default(EnvironmentNames.GcsRequestTimeout, "5"),
        Default(EnvironmentNames.ServeStoreTimeout, "5"),
    ];

    private static EnvironmentEntry[] UsageTags(RayNode node) =>
        [Set(EnvironmentNames.UsageTags, $"kuberay_version={node.Settings.Version};kuberay_crd={node.OriginKind}")];
}
