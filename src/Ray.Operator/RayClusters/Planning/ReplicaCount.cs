using System.Collections.Immutable;
using k8s.Models;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning;

/// <summary>The replicas of one group whose replicas span hosts, as a draft leaves them.</summary>
/// <param name="Complete">Replicas of which every host stays.</param>
/// <param name="PodsGoing">Workers on their way out, dead ones excepted; until they are gone they use what successors would need.</param>
internal readonly record struct ReplicaCount(IReadOnlyList<Replica> Complete, int PodsGoing)
{
    public static ReplicaCount Of(PlanDraft draft, WorkerGroupSpec group)
    {
        var hosts = GroupSize.Hosts(group);
        var alive = draft.PodsOf(group).Where(p => !PodFacts.IsDead(p)).ToList();
        var complete = Replica.AllOf(alive.Where(p => !draft.IsGoing(p))).Where(r => r.Pods.Length == hosts).ToList();
        return new(complete, alive.Count - complete.Sum(r => r.Pods.Length));
    }
}

/// <summary>The pods that share a replica name: the hosts of one replica.</summary>
/// <param name="Name">The name.</param>
/// <param name="Pods">The hosts.</param>
internal sealed record Replica(string Name, ImmutableArray<V1Pod> Pods)
{
    /// <summary>Its index in the group; null when its hosts do not tell.</summary>
    public int? Index => PodFacts.ReplicaIndexOf(Pods[0]);

    /// <summary>The replicas among some pods, in order of their names. Pods without a replica name belong to none.</summary>
    public static IEnumerable<Replica> AllOf(IEnumerable<V1Pod> pods) => pods
        .Where(p => PodFacts.ReplicaNameOf(p) is not null)
        .GroupBy(p => PodFacts.ReplicaNameOf(p)!, StringComparer.Ordinal)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => new Replica(g.Key, [.. g]));
}
