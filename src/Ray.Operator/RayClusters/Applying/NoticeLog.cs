using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kube;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;

namespace Ray.Operator.RayClusters.Applying;

/// <summary>Remembers which warnings were given of a cluster, so that each is given once.</summary>
internal sealed class NoticeLog
{
    private readonly ConcurrentDictionary<ObjectKey, Told> _told = new();

    /// <summary>The notices of a plan that were not told before; they count as told from now on.</summary>
    public IEnumerable<Notice> TakeNew(ClusterSnapshot snapshot, Plan plan)
    {
        if (plan.Notices.IsEmpty)
        {
            return [];
        }

        var known = _told.TryGetValue(snapshot.Key, out var told) && told.Uid == snapshot.Uid ? told.Notices : [];
        _told[snapshot.Key] = new(snapshot.Uid, known.Union(plan.Notices));
        return plan.Notices.Where(n => !known.Contains(n));
    }

    /// <summary>Forgets a cluster that is gone.</summary>
    public void Forget(ObjectKey cluster) => _told.TryRemove(cluster, out _);

    private sealed record Told(string Uid, ImmutableHashSet<Notice> Notices);
}
