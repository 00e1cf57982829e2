using k8s.Models;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Desired;

namespace Ray.Operator.Tests.Desired;

/// <summary>A small valid cluster, changed by each test where it matters, and short ways to what is built from it.</summary>
internal static class Sample
{
    public static OperatorSettings Settings { get; } = new() { Version = "1.2.3" };

    public static RayCluster Cluster(Action<RayCluster>? change = null)
    {
        var cluster = new RayCluster
        {
            Metadata = new V1ObjectMeta { Name = "raycluster", NamespaceProperty = "team", Uid = "uid-1" },
            Spec = new RayClusterSpec
            {
                RayVersion = "2.53.0",
                HeadGroupSpec = new HeadGroupSpec { Template = Template("ray-head") },
                WorkerGroupSpecs = [new WorkerGroupSpec { GroupName = "small", Template = Template("ray-worker") }],
            },
        };
        change?.Invoke(cluster);
        return cluster;
    }

    public static V1Pod Head(Action<RayCluster>? change = null, OperatorSettings? settings = null) =>
        HeadPod.Build(Cluster(change), settings ?? Settings);

    public static V1Pod Worker(Action<RayCluster>? change = null, OperatorSettings? settings = null, WorkerReplica? replica = null)
    {
        var cluster = Cluster(change);
        return WorkerPod.Build(cluster, cluster.Spec!.WorkerGroupSpecs![0], settings ?? Settings, replica);
    }

    public static V1Service Service(Action<RayCluster>? change = null, OperatorSettings? settings = null) =>
        HeadService.Build(Cluster(change), settings ?? Settings);

    public static V1Container Ray(this V1Pod pod) => pod.Spec.Containers[0];

    public static V1PodTemplateSpec HeadTemplate(this RayCluster cluster) => cluster.Spec!.HeadGroupSpec!.Template!;

    public static V1Container HeadContainer(this RayCluster cluster) => cluster.HeadTemplate().Spec.Containers[0];

    public static WorkerGroupSpec Group(this RayCluster cluster) => cluster.Spec!.WorkerGroupSpecs![0];

    public static V1Container WorkerContainer(this RayCluster cluster) => cluster.Group().Template!.Spec.Containers[0];

    /// <summary>The one value of a variable; null when it is absent; fails when it stands there twice.</summary>
    public static string? Env(this V1Container container, string name)
    {
        var variable = container.Env.SingleOrDefault(variable => variable.Name == name);
        return variable?.Value ?? variable?.ValueFrom?.FieldRef?.FieldPath;
    }

    public static V1EnvVar Var(string name, string value) => new() { Name = name, Value = value };

    public static Dictionary<string, ResourceQuantity> Quantities(params (string Name, string Value)[] pairs) =>
        pairs.ToDictionary(pair => pair.Name, pair => new ResourceQuantity(pair.Value));

    private static V1PodTemplateSpec Template(string container) =>
        new()
        {
            Metadata = new V1ObjectMeta(),
            Spec = new V1PodSpec { Containers = [new V1Container { Name = container, Image = "rayproject/ray:2.53.0" }] },
        };
}
