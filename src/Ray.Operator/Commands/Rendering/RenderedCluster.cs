using System.Collections.Immutable;
using System.Globalization;
using k8s;
using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;

namespace Ray.Operator.Commands.Rendering;

/// <summary>
/// The objects that the operator makes for a new cluster: its own planner is asked again and again, and shown what it asked for, until it wants
/// nothing more. Pure.
/// </summary>
internal static class RenderedCluster
{
    /// <summary>Stands for the UID that the API server will give the cluster: what owns it is not known before.</summary>
    public const string Uid = "00000000-0000-0000-0000-000000000000";

    // The planner is at rest within 16 rounds, as its own tests demand; a cluster that just begins needs two or three.
    private const int MaxRounds = 16;

    /// <summary>The objects, in the order in which they are made.</summary>
    /// <param name="cluster">The cluster; valid.</param>
    /// <param name="settings">Settings of the operator.</param>
    /// <param name="now">The time.</param>
    /// <param name="entropy">Random bytes, for the token of a secret.</param>
    public static IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Objects(
        RayCluster cluster, OperatorSettings settings, DateTimeOffset now, ImmutableArray<byte> entropy)
    {
        cluster = cluster.DeepClone()!;
        cluster.Metadata.Uid = Uid;
        cluster.Metadata.Generation ??= 1;
        var snapshot = new ClusterSnapshot { Cluster = cluster, Pods = [], Now = now, Settings = settings, Entropy = entropy };
        var made = new List<IKubernetesObject<V1ObjectMeta>>();
        for (var round = 0; round < MaxRounds; round++)
        {
            var before = made.Count;
            var plan = Planner.Plan(snapshot);
            foreach (var action in plan.Actions)
            {
                snapshot = Seen(snapshot, action, made);
            }

            if (made.Count == before && !plan.Actions.OfType<SetFinalizer>().Any())
            {
                break;
            }
        }

        return made;
    }

    private static ClusterSnapshot Seen(ClusterSnapshot snapshot, PlannedAction action, List<IKubernetesObject<V1ObjectMeta>> made)
    {
        switch (action)
        {
            case CreatePod { Pod: var pod }:
                made.Add(pod);
                return snapshot with { Pods = snapshot.Pods.Add(Stored(pod, made.Count)) };
            case ApplyObject { Observed: null, Object: V1Service service } when IsOfHead(service):
                made.Add(service);
                return snapshot with { HeadServices = snapshot.HeadServices.Add(service) };
            case ApplyObject { Observed: null, Object: var applied }:
                made.Add(applied);
                return snapshot with { Objects = snapshot.Objects.Add(applied) };
            case CreateObject { Object: var created }:
                made.Add(created);
                return snapshot with { Objects = snapshot.Objects.Add(created) };
            case SetFinalizer { IsWanted: true }:
                snapshot.Cluster.Metadata.Finalizers = [.. snapshot.Cluster.Metadata.Finalizers ?? [], RayAnnotations.RedisCleanupFinalizer];
                return snapshot;
            default:
                return snapshot;
        }
    }

    private static bool IsOfHead(V1Service service) =>
        service.Metadata.Labels?.TryGetValue(RayLabels.NodeType, out var type) == true && type == RayNodeTypes.Head;

    // As the server would store it; what is printed keeps generateName.
    private static V1Pod Stored(V1Pod pod, int number) => new()
    {
        Metadata = new()
        {
            Name = pod.Metadata.Name ?? pod.Metadata.GenerateName + number.ToString("x5", CultureInfo.InvariantCulture),
            NamespaceProperty = pod.Metadata.NamespaceProperty,
            Uid = number.ToString(CultureInfo.InvariantCulture),
            Labels = pod.Metadata.Labels,
            Annotations = pod.Metadata.Annotations,
            OwnerReferences = pod.Metadata.OwnerReferences,
        },
        Spec = pod.Spec,
        Status = new() { Phase = "Pending" },
    };
}
