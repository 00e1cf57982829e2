using System.Globalization;
using k8s.Models;
using Ray.Api;
using Ray.Api.V1;

namespace Ray.Operator.Tests.Simulation;

/// <summary>Clusters and pods as an API server would hold them.</summary>
internal static class Clusters
{
    public const string Uid = "cluster-uid";

    public static RayCluster Cluster(params WorkerGroupSpec[] groups) => new()
    {
        Metadata = new V1ObjectMeta { Name = "demo", NamespaceProperty = "team", Uid = Uid, Generation = 1, ResourceVersion = "1" },
        Spec = new RayClusterSpec
        {
            RayVersion = "2.53.0",
            HeadGroupSpec = new HeadGroupSpec { Template = Template("ray-head", cpu: "1", memory: "2Gi") },
            WorkerGroupSpecs = [.. groups],
        },
    };

    public static WorkerGroupSpec Group(string name, int replicas, int min = 0, int max = 1000, int hosts = 1) => new()
    {
        GroupName = name,
        Template = Template("ray-worker", cpu: "500m", memory: "1Gi"),
        Replicas = replicas,
        MinReplicas = min,
        MaxReplicas = max,
        NumOfHosts = hosts,
    };

    public static V1PodTemplateSpec Template(string container, string cpu, string memory) => new()
    {
        Metadata = new V1ObjectMeta(),
        Spec = new V1PodSpec
        {
            Containers =
            [
                new V1Container
                {
                    Name = container,
                    Image = "rayproject/ray:2.53.0",
                    Resources = new V1ResourceRequirements
                    {
                        Limits = new Dictionary<string, ResourceQuantity> { ["cpu"] = new(cpu), ["memory"] = new(memory) },
                    },
                },
            ],
        },
    };

    public static V1Pod Head(string name, string phase = "Running", bool ready = true, int age = 10) =>
        Pod(name, RayNodeTypes.Head, RayLabels.HeadGroupName, phase, ready, age);

    public static V1Pod Worker(string group, string name, string phase = "Running", bool ready = true, int age = 10, int? index = null)
    {
        var pod = Pod(name, RayNodeTypes.Worker, group, phase, ready, age);
        if (index is { } replica)
        {
            pod.Metadata.Labels[RayLabels.WorkerGroupReplicaIndex] = replica.ToString(CultureInfo.InvariantCulture);
        }

        return pod;
    }

    /// <summary>Makes a worker one host of a replica.</summary>
    public static V1Pod OfReplica(this V1Pod pod, string name)
    {
        pod.Metadata.Labels[RayLabels.WorkerGroupReplicaName] = name;
        return pod;
    }

    public static V1Pod Terminating(this V1Pod pod)
    {
        pod.Metadata.DeletionTimestamp = new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc);
        return pod;
    }

    /// <summary>Ends the Ray container, the sidecar listed before it still running.</summary>
    public static V1Pod RayEnded(this V1Pod pod, string restartPolicy)
    {
        pod.Spec.RestartPolicy = restartPolicy;
        pod.Status.ContainerStatuses =
        [
            new V1ContainerStatus { Name = "sidecar", State = new V1ContainerState { Running = new() } },
            new V1ContainerStatus { Name = "ray", State = new V1ContainerState { Terminated = new() { ExitCode = 1, Reason = "Error" } } },
        ];
        return pod;
    }

    private static V1Pod Pod(string name, string type, string group, string phase, bool ready, int age) => new()
    {
        Metadata = new V1ObjectMeta
        {
            Name = name,
            NamespaceProperty = "team",
            Uid = "uid-" + name,
            ResourceVersion = "1",
            CreationTimestamp = new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc).AddSeconds(-age),
            Labels = new Dictionary<string, string>
            {
                [RayLabels.Cluster] = "demo",
                [RayLabels.NodeType] = type,
                [RayLabels.Group] = group,
            },
            OwnerReferences = [new V1OwnerReference { ApiVersion = "ray.io/v1", Kind = "RayCluster", Name = "demo", Uid = Uid,
                Controller = true }],
        },
        Spec = new V1PodSpec
        {
            NodeName = phase == "Pending" ? null : "node",
            RestartPolicy = "Always",
            Containers = [new V1Container { Name = "ray" }, new V1Container { Name = "sidecar" }],
        },
        Status = new V1PodStatus
        {
            Phase = phase,
            PodIP = phase == "Pending" ? null : "10.0.0.1",
            Conditions = [new V1PodCondition { Type = "Ready", Status = phase == "Running" && ready ? "True" : "False" }],
        },
    };
}
