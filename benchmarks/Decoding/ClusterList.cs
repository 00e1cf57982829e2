using System.Globalization;
using System.Text;
using System.Text.Json;
using k8s.Models;
using Ray.Api;
using Ray.Api.V1;

namespace Ray.Benchmarks.Decoding;

/// <summary>A list of clusters such as an operator meets: a head, two worker groups, a status, and who manages which field.</summary>
internal static class ClusterList
{
    private const string Managed =
        """{"f:spec":{".":{},"f:headGroupSpec":{".":{},"f:rayStartParams":{},"f:template":{}},"f:rayVersion":{},"f:workerGroupSpecs":{}}}""";

    public static byte[] Write(int count)
    {
        using var stream = new MemoryStream();
        stream.Write("""{"apiVersion":"ray.io/v1","kind":"RayClusterList","metadata":{"resourceVersion":"1234567"},"items":["""u8);
        for (var i = 0; i < count; i++)
        {
            stream.Write(i == 0 ? ""u8 : ","u8);
            stream.Write(JsonSerializer.SerializeToUtf8Bytes(Cluster(i), RayJsonContext.Default.RayCluster));
        }

        stream.Write("]}"u8);
        return stream.ToArray();
    }

    private static RayCluster Cluster(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"cluster-{number}");
        var created = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddSeconds(number);
        return new()
        {
            Metadata = new()
            {
                Name = name,
                NamespaceProperty = "team-" + (number % 50).ToString(CultureInfo.InvariantCulture),
                Uid = new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).ToString(),
                ResourceVersion = (1000 + number).ToString(CultureInfo.InvariantCulture),
                Generation = 2,
                CreationTimestamp = created,
                Labels = new Dictionary<string, string> { ["app.kubernetes.io/name"] = name, ["team"] = "research", ["tier"] = "batch" },
                ManagedFields = [new() { Manager = "kubectl", Operation = "Apply", ApiVersion = "ray.io/v1", Time = created, FieldsType = "FieldsV1", FieldsV1 = JsonDocument.Parse(Encoding.UTF8.GetBytes(Managed)).RootElement }],
            },
            Spec = new()
            {
                RayVersion = "2.53.0",
                HeadGroupSpec = new() { RayStartParams = new Dictionary<string, string> { ["dashboard-host"] = "0.0.0.0" }, Template = Template("head", "2", "4Gi") },
                WorkerGroupSpecs = [Group("small", 2, Template("worker", "1", "2Gi")), Group("large", 8, Template("worker", "16", "64Gi"))],
            },
            Status = new()
            {
                State = "ready",
                DesiredWorkerReplicas = 10,
                AvailableWorkerReplicas = 10,
                DesiredCpu = new ResourceQuantity("132"),
                DesiredMemory = new ResourceQuantity("520Gi"),
                LastUpdateTime = created,
                Endpoints = new Dictionary<string, string> { ["client"] = "10001", ["dashboard"] = "8265", ["gcs-server"] = "6379" },
                ObservedGeneration = 2,
            },
        };
    }

    private static WorkerGroupSpec Group(string name, int replicas, V1PodTemplateSpec template) => new()
    {
        GroupName = name,
        Replicas = replicas,
        MinReplicas = 0,
        MaxReplicas = 20,
        NumOfHosts = 1,
        Template = template,
    };

    private static V1PodTemplateSpec Template(string name, string cpu, string memory)
    {
        var resources = new Dictionary<string, ResourceQuantity> { ["cpu"] = new(cpu), ["memory"] = new(memory) };
        return new()
        {
            Metadata = new() { Labels = new Dictionary<string, string> { ["role"] = name } },
            Spec = new()
            {
                Containers =
                [
                    new()
                    {
                        Name = "ray-" + name,
                        Image = "rayproject/ray:2.53.0",
                        Env = [new() { Name = "RAY_LOG_LEVEL", Value = "info" }, new() { Name = "HOME", Value = "/home/ray" }],
                        Ports = [new() { ContainerPort = 6379, Name = "gcs-server" }, new() { ContainerPort = 8265, Name = "dashboard" }],
                        Resources = new() { Limits = resources, Requests = resources },
                        VolumeMounts = [new() { Name = "logs", MountPath = "/tmp/ray" }],
                    },
                ],
                Tolerations = [new() { Key = "gpu", OperatorProperty = "Exists", Effect = "NoSchedule" }],
                Volumes = [new() { Name = "logs", EmptyDir = new() }],
            },
        };
    }
}
