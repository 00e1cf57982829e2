using k8s.Models;
using Kube;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.Commands.Local.Views;

/// <summary>What is shown of a cluster. Pure.</summary>
/// <param name="Key">Namespace and name.</param>
/// <param name="Exists">Whether the RayCluster exists; its pods may outlive it for a moment.</param>
/// <param name="State">State of its status; empty at first.</param>
/// <param name="Groups">The head, then the groups of workers in the order of the spec, then those that only pods know.</param>
internal sealed record ClusterView(ObjectKey Key, bool Exists, string State, IReadOnlyList<GroupView> Groups)
{
    /// <summary>All pods.</summary>
    public IEnumerable<PodView> Pods => Groups.SelectMany(group => group.Pods);

    /// <summary>Makes the views of all clusters, by key.</summary>
    /// <param name="clusters">The RayClusters.</param>
    /// <param name="pods">Pods of any RayClusters.</param>
    public static IReadOnlyList<ClusterView> Of(IEnumerable<RayCluster> clusters, IEnumerable<V1Pod> pods)
    {
        var podsOf = pods.Where(pod => PodFacts.IsHead(pod) || PodFacts.IsWorker(pod)).ToLookup(OwnerOf);
        var existing = clusters.ToDictionary(cluster => KeyOf(cluster.Metadata));
        return
        [
            .. existing.Keys.Union(podsOf.Select(group => group.Key))
                .Order()
                .Select(key => Of(key, existing.GetValueOrDefault(key), podsOf[key])),
        ];
    }

    private static ClusterView Of(ObjectKey key, RayCluster? cluster, IEnumerable<V1Pod> pods)
    {
        var rows = pods.Select(PodView.Of).OrderBy(pod => pod.Name, StringComparer.Ordinal).ToLookup(pod => pod.Group);
        var isSuspended = cluster?.Spec?.Suspend == true;
        List<GroupView> groups =
        [
            Group(RayNodeTypes.Head, RayLabels.HeadGroupName, cluster is null || isSuspended ? 0 : 1),
            .. (cluster?.Spec?.WorkerGroupSpecs ?? [])
                .Select(group => Group(RayNodeTypes.Worker, group.GroupName ?? "", isSuspended ? 0 : GroupSize.Pods(group))),
        ];
        groups.AddRange(rows.Select(group => group.Key).Where(name => !groups.Exists(group => group.Name == name))
            .Order(StringComparer.Ordinal).Select(name => Group(RayNodeTypes.Worker, name, 0)).ToList());
        return new(key, cluster is not null, cluster?.Status?.State ?? "", groups);

        GroupView Group(string kind, string name, int wanted) => new(kind, name, wanted, [.. rows[name]]);
    }

    private static ObjectKey OwnerOf(V1Pod pod) => new(
        pod.Metadata.NamespaceProperty ?? "", pod.Metadata.Labels?.TryGetValue(RayLabels.Cluster, out var cluster) == true ? cluster : "");

    private static ObjectKey KeyOf(V1ObjectMeta metadata) => new(metadata.NamespaceProperty ?? "", metadata.Name ?? "");
}
