using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired.Commands;
using Ray.Operator.RayClusters.Desired.Environment;
using Ray.Operator.RayClusters.Desired.Features;
using Ray.Operator.RayClusters.Desired.Storage;
using static Ray.Operator.RayClusters.Desired.Environment.EnvironmentEntry;

namespace Ray.Operator.RayClusters.Desired.Sidecars;

/// <summary>
/// Ray's autoscaler, in a container beside the head. It reads and patches the cluster itself, so the head pod runs as an account that may.
/// </summary>
internal static class AutoscalerSidecar
{
    /// <summary>Name of the container.</summary>
    public const string Name = "autoscaler";

    // The kubelet fills in the variables, not the shell.
    private const string StartCommand =
        "ray kuberay-autoscaler --cluster-name $(RAY_CLUSTER_NAME) --cluster-namespace $(RAY_CLUSTER_NAMESPACE)";

    private const string ApiVersion = "v1";

    /// <summary>Adds the container to a head, and what the autoscaler needs of head and workers.</summary>
    public static void AddTo(RayNode node)
    {
        var pod = node.Template.Spec;
        if (Autoscaling.IsVersion2(node.Cluster))
        {
            pod.RestartPolicy = "Never";
        }

        if (node.IsHead && Autoscaling.IsOn(node.Cluster))
        {
            pod.ServiceAccountName = AutoscalerServiceAccount.NameOf(node.Cluster);
            pod.Containers.Add(Build(node));
        }
    }

    /// <summary>Lets Ray read what the autoscaler writes of its decisions.</summary>
    public static void ShareLogs(RayNode node)
    {
        if (node.IsHead && Autoscaling.IsOn(node.Cluster))
        {
            LogVolume.Share(node, node.RayContainer, node.Template.Spec.Containers.Last(container => container.Name == Name));
        }
    }

    private static V1Container Build(RayNode node)
    {
        var options = node.Cluster.Spec?.AutoscalerOptions is { } given ? given.DeepClone() : new AutoscalerOptions();
        var container = new V1Container
        {
            Name = Name,
            Image = options.Image is { Length: > 0 } image ? image : node.RayContainer.Image,
            ImagePullPolicy = options.ImagePullPolicy is { Length: > 0 } policy ? policy : "IfNotPresent",
            SecurityContext = options.SecurityContext,
            Command = options.Command is { Count: > 0 } command ? command : Shell.Command(node.Settings),
            Args = options.Args is { Count: > 0 } arguments ? arguments : [StartCommand],
            EnvFrom = options.EnvFrom is { Count: > 0 } sources ? sources : null,
            Resources = options.Resources ?? DefaultResources(),
            VolumeMounts = options.VolumeMounts,
        };
        EnvironmentMerge.Into(container, [.. Variables(), .. AuthenticationEnvironment.Of(node.Cluster), .. Given(options)]);
        TokenVolume.MountIn(container, node);
        return container;
    }

    private static EnvironmentEntry[] Variables() =>
    [
        FromField(EnvironmentNames.ClusterName, $"metadata.labels['{RayLabels.Cluster}']"),
        FromField(EnvironmentNames.ClusterNamespace, "metadata.namespace"),
        FromField(EnvironmentNames.HeadPodName, "metadata.name"),
        Set(EnvironmentNames.ApiVersion, ApiVersion),
        Set(EnvironmentNames.GeneratedAutoscalerCommand, StartCommand),
    ];

    // They come last and take the place of ours: the user knows this container as well as we do.
    private static IEnumerable<EnvironmentEntry> Given(AutoscalerOptions options) =>
        (options.Env ?? []).Where(variable => variable is not null).Select(variable => new EnvironmentEntry(variable, UserWins: false));

    private static V1ResourceRequirements DefaultResources() => new() { Limits = Quantities(), Requests = Quantities() };

    private static Dictionary<string, ResourceQuantity> Quantities() =>
        new() { ["cpu"] = new ResourceQuantity("500m"), ["memory"] = new ResourceQuantity("512Mi") };
}
