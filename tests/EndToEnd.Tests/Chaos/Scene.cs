using System.Collections.Immutable;
using System.Globalization;
using k8s.Models;
using Kube;
using Ray.Api;
using Ray.Api.V1;
using Ray.DevEnvironment.Chaos.Judging;
using Ray.DevEnvironment.Chaos.Model;

namespace Ray.EndToEnd.Chaos;

/// <summary>A cluster with two groups, and everything that is there when it is as wanted. Tests take something away or add something.</summary>
internal static class Scene
{
    private const string Uid = "uid-of-ray";

    private static readonly ObjectKey s_key = new("chaos-a", "ray");

    public static WantedCluster Wanted { get; } = new WantedCluster(s_key, []).With([new("small", 2), new("pair", 1, Hosts: 2)]);

    public static ImmutableArray<V1Pod> Pods { get; } =
    [
        Pod("ray-head-1", "head", "headgroup", null, null),
        Pod("ray-small-worker-1", "worker", "small", 0, null), Pod("ray-small-worker-2", "worker", "small", 1, null),
        Pod("ray-pair-worker-1", "worker", "pair", 0, 0), Pod("ray-pair-worker-2", "worker", "pair", 0, 1),
    ];

    public static ImmutableArray<V1Service> Services { get; } = [Service("ray-head-svc"), Service("ray-headless")];

    public static RayCluster Cluster { get; } = new()
    {
        Metadata = new() { Name = s_key.Name, NamespaceProperty = s_key.Namespace, Uid = Uid, Generation = 3 },
        Status = new() { State = RayClusterState.Ready, ObservedGeneration = 3, AvailableWorkerReplicas = 4 },
    };

    public static Observation Seen(IEnumerable<V1Pod>? pods = null, IEnumerable<V1Service>? services = null, RayCluster? cluster = null) =>
        new([cluster ?? Cluster], [.. pods ?? Pods], [.. services ?? Services], []);

    public static V1Pod Pod(string name, string type, string group, int? replica, int? host, string owner = Uid)
    {
        var labels = new Dictionary<string, string>
        {
            [RayLabels.Cluster] = s_key.Name,
            [RayLabels.NodeType] = type,
            [RayLabels.Group] = group,
            [WantedSpec.RevisionLabel] = "0",
        };
        if (replica is { } index)
        {
            labels[RayLabels.WorkerGroupReplicaIndex] = index.ToString(CultureInfo.InvariantCulture);
        }

        if (host is { } number)
        {
            labels[RayLabels.ReplicaHostIndex] = number.ToString(CultureInfo.InvariantCulture);
            labels[RayLabels.WorkerGroupReplicaName] = $"{group}-{replica}";
        }

        return new()
        {
            Metadata = new() { Name = name, NamespaceProperty = s_key.Namespace, Labels = labels, OwnerReferences = OwnedBy(owner) },
            Status = new() { Phase = "Running", Conditions = [new() { Type = "Ready", Status = "True" }] },
        };
    }

    public static V1Service Service(string name, string owner = Uid) => new()
    {
        Metadata = new() { Name = name, NamespaceProperty = s_key.Namespace, OwnerReferences = OwnedBy(owner) },
        Spec = new() { Selector = new Dictionary<string, string> { [RayLabels.Cluster] = s_key.Name } },
    };

    private static List<V1OwnerReference> OwnedBy(string uid) =>
        [new() { ApiVersion = "ray.io/v1", Kind = "RayCluster", Name = s_key.Name, Uid = uid, Controller = true }];
}
