using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Desired.Commands;
using Ray.Operator.RayClusters.Desired.Environment;
using Ray.Operator.RayClusters.Desired.Features;
using Ray.Operator.RayClusters.Desired.Metadata;

namespace Ray.Operator.RayClusters.Desired;

/// <summary>
/// The job that deletes what a cluster keeps in Redis, once its head is gone. It is the head's Ray container with another command: so it
/// has the right version of Ray, the address and the credentials.
/// </summary>
public static class RedisCleanupJob
{
    private const int DeadlineSeconds = 300;

    // Within single quotes of a shell: the program may not contain any. Older releases of Ray know no user name, so it is passed only if
    // there is one.
    private const string Program =
        """
        import os
        import sys
        from urllib.parse import urlparse
        from ray._private.gcs_utils import cleanup_redis_storage

        address = os.environ["RAY_REDIS_ADDRESS"].split(",")[0].strip()
        url = urlparse(address if "://" in address else "redis://" + address)
        options = {
            "host": url.hostname,
            "port": url.port or 6379,
            "password": os.environ.get("REDIS_PASSWORD", url.password or ""),
            "use_ssl": url.scheme == "rediss",
            "storage_namespace": os.environ["RAY_external_storage_namespace"],
        }
        if "REDIS_USERNAME" in os.environ:
            options["username"] = os.environ["REDIS_USERNAME"]
        sys.exit(0 if cleanup_redis_storage(**options) else 1)
        """;

    /// <summary>Name of the job.</summary>
    public static string NameOf(RayCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return ObjectNames.RedisCleanupJob(cluster.Metadata?.Name ?? "");
    }

    /// <summary>Whether a deleted cluster leaves something in Redis, and the settings say to clear it.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="settings">Settings of the operator.</param>
    public static bool IsWanted(RayCluster cluster, OperatorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        ArgumentNullException.ThrowIfNull(settings);
        return settings.ClearRedis && FaultTolerance.UsesRedis(cluster);
    }

    /// <summary>Builds the job; null when nothing is to be cleared.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="settings">Settings of the operator.</param>
    public static V1Job? Build(RayCluster cluster, OperatorSettings settings)
    {
        if (!IsWanted(cluster, settings))
        {
            return null;
        }

        var pod = HeadPod.Build(cluster, settings);
        pod.Metadata.Labels[RayLabels.NodeType] = RayNodeTypes.RedisCleanup;
        ClearInstead(pod.Spec, settings);
        var metadata = ObjectMetadata.Owned(cluster, NameOf(cluster), pod.Metadata.Labels);
        metadata.Annotations = pod.Metadata.Annotations;
        return new V1Job
        {
            ApiVersion = $"{V1Job.KubeGroup}/{V1Job.KubeApiVersion}",
            Kind = V1Job.KubeKind,
            Metadata = metadata,
            Spec = new V1JobSpec
            {
                BackoffLimit = 0,
                ActiveDeadlineSeconds = DeadlineSeconds,
                Template = new V1PodTemplateSpec
                {
                    Metadata = new V1ObjectMeta { Labels = pod.Metadata.Labels, Annotations = pod.Metadata.Annotations },
                    Spec = pod.Spec,
                },
            },
        };
    }

    private static void ClearInstead(V1PodSpec pod, OperatorSettings settings)
    {
        var container = pod.Containers[0];
        pod.Containers = [container];
        pod.RestartPolicy = "Never";
        container.Command = Shell.Command(settings);
        container.Args = [$"python -c '{Program}'"];
        container.LivenessProbe = null;
        container.ReadinessProbe = null;
        container.StartupProbe = null;
        container.Lifecycle = null;
        container.Resources = new V1ResourceRequirements { Limits = Quantities(), Requests = Quantities() };
        EnvironmentMerge.Into(container,
        [
            EnvironmentEntry.Set(EnvironmentNames.RedisConnectRetries, "120"),
            EnvironmentEntry.Set(EnvironmentNames.RedisConnectWait, "500"),
        ]);
    }

    private static Dictionary<string, ResourceQuantity> Quantities() =>
        new() { ["cpu"] = new ResourceQuantity("200m"), ["memory"] = new ResourceQuantity("256Mi") };
}
