using System.Globalization;
using k8s.Models;
using Ray.Api.V1;

namespace Ray.DevEnvironment.Chaos.Model;

/// <summary>The RayCluster that asks for what is wanted.</summary>
public static class WantedSpec
{
    /// <summary>Label of every pod: the revision of the template that it was made from.</summary>
    public const string RevisionLabel = "chaos/revision";

    /// <summary>The cluster to create.</summary>
    public static RayCluster ClusterOf(WantedCluster wanted) => new()
    {
        Metadata = new V1ObjectMeta { Name = wanted.Key.Name, NamespaceProperty = wanted.Key.Namespace },
        Spec = Of(wanted),
    };

    /// <summary>The spec.</summary>
    public static RayClusterSpec Of(WantedCluster wanted)
    {
        var spec = Clusters.Of(wanted.Key.Namespace!, wanted.Key.Name, [.. wanted.Groups.Select(group => (group.Name, group.Replicas))]).Spec!;
        foreach (var (group, asked) in spec.WorkerGroupSpecs!.Zip(wanted.Groups))
        {
            group.NumOfHosts = asked.Hosts > 1 ? asked.Hosts : null;
            group.ScaleStrategy = new() { WorkersToDelete = [] };
            Stamp(group.Template!, wanted.Revision);
        }

        var head = spec.HeadGroupSpec!;
        Stamp(head.Template!, wanted.Revision);
        spec.Suspend = wanted.IsSuspended;
        spec.UpgradeStrategy = wanted.IsRecreated ? new() { Type = UpgradeStrategyType.Recreate } : null;
        spec.EnableInTreeAutoscaling = wanted.IsAutoscaled ? true : null;
        spec.GcsFaultToleranceOptions = wanted.HasRedis ? new() { RedisAddress = "redis.example:6379" } : null;
        if (wanted.IsSpoilt)
        {
            // No schema can refuse it: each is right, and both together are not.
            head.Resources = new Dictionary<string, string> { ["CPU"] = "1" };
            head.RayStartParams = new Dictionary<string, string> { ["num-cpus"] = "1" };
        }

        return spec;
    }

    private static void Stamp(V1PodTemplateSpec template, int revision) => template.Metadata = new()
    {
        Labels = new Dictionary<string, string> { [RevisionLabel] = revision.ToString(CultureInfo.InvariantCulture) },
    };
}
