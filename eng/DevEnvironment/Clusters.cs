using k8s.Models;
using Ray.Api.V1;

namespace Ray.DevEnvironment;

/// <summary>RayClusters as tests and benchmarks need them: small, and typed.</summary>
public static class Clusters
{
    /// <summary>Image of every container; simulated nodes never pull it.</summary>
    public const string Image = "rayproject/ray:2.53.0";

    /// <summary>A cluster with a head and the named worker groups.</summary>
    public static RayCluster Of(string @namespace, string name, params (string Group, int Replicas)[] groups) => new()
    {
        Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = @namespace },
        Spec = new RayClusterSpec
        {
            RayVersion = "2.53.0",
            HeadGroupSpec = new HeadGroupSpec { Template = Template("ray-head") },
            WorkerGroupSpecs =
            [
                .. groups.Select(group => new WorkerGroupSpec
                {
                    GroupName = group.Group,
                    Replicas = group.Replicas,
                    MinReplicas = 0,
                    MaxReplicas = 1000,
                    Template = Template("ray-worker"),
                }),
            ],
        },
    };

    private static V1PodTemplateSpec Template(string container) => new()
    {
        Spec = new V1PodSpec
        {
            Containers =
            [
                new V1Container
                {
                    Name = container,
                    Image = Image,
                    Resources = new V1ResourceRequirements
                    {
                        Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("100m"), ["memory"] = new("128Mi") },
                        Limits = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("1"), ["memory"] = new("1Gi") },
                    },
                },
            ],
        },
    };
}
