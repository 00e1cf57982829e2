using k8s.Models;
using Kube;

namespace Ray.Operator.RayClusters.Observing;

/// <summary>A pod of a cluster as the API server itself lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Uid">Its UID.</param>
/// <param name="Group">Its group; null when the pod cannot be read, so that it may be of any.</param>
/// <param name="IsTerminating">Whether it is on its way out.</param>
internal sealed record LivePod(string Name, string Uid, string? Group, bool IsTerminating)
{
    /// <summary>The pods of a list that a cluster controls.</summary>
    /// <param name="list">What the server answered.</param>
    /// <param name="ownerUid">UID of the cluster.</param>
    public static IReadOnlyList<LivePod> AllOf(ResourceList<V1Pod> list, string ownerUid) =>
    [
        .. list.Items
            .Where(p => p.Metadata.OwnerReferences?.Any(o => o.Controller == true && o.Uid == ownerUid) == true)
            .Select(p => new LivePod(PodFacts.NameOf(p), PodFacts.UidOf(p), PodFacts.GroupOf(p), PodFacts.IsTerminating(p))),
        .. list.Undecodable.Where(p => p.ControllerUid == ownerUid).Select(p => new LivePod(p.Key.Name, p.Uid, null, false)),
    ];
}
