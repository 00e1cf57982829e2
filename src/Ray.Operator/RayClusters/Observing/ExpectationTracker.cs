using System.Collections.Concurrent;
using System.Collections.Immutable;
using k8s.Models;
using Kube;

namespace Ray.Operator.RayClusters.Observing;

/// <summary>
/// Remembers writes until the caches show them. Without it a pass that reads a stale cache would create twins. Lost when the process ends,
/// which is safe: a new process fills its caches first.
/// </summary>
internal sealed class ExpectationTracker
{
    private readonly ConcurrentDictionary<ObjectKey, Entry> _entries = new();

    /// <summary>Adds what was done. Writes of one pass run side by side and may call it at the same time.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="uid">Its UID: a namesake made anew starts with nothing.</param>
    /// <param name="expectation">What the caches shall show.</param>
    public void Record(ObjectKey cluster, string uid, Expectation expectation) => _entries.AddOrUpdate(
        cluster,
        _ => new(uid, [expectation]),
        (_, entry) => new(uid, entry.Uid == uid ? entry.Expectations.Add(expectation) : [expectation]));

    /// <summary>UID of a cluster that something is expected of; null when nothing is.</summary>
    public string? UidOf(ObjectKey cluster) => _entries.TryGetValue(cluster, out var entry) ? entry.Uid : null;

    /// <summary>
    /// Drops what the caches show, and objects around the pods that were waited for long enough; returns the rest, pods whose time is over included:
    /// only the server can tell what became of those. Never called for a key while a pass
    /// writes for it.
    /// </summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="uid">Its UID.</param>
    /// <param name="cached">Reads what the caches hold of an expected object.</param>
    /// <param name="now">The time.</param>
    public ImmutableArray<Expectation> Unmet(ObjectKey cluster, string uid, Func<Expectation, V1ObjectMeta?> cached, DateTimeOffset now)
    {
        if (!_entries.TryGetValue(cluster, out var entry))
        {
            return [];
        }

        var unmet = entry.Uid == uid ? entry.Expectations.RemoveAll(IsMet) : [];
        Store(cluster, uid, unmet);
        return unmet;

        bool IsMet(Expectation e) => e.IsShown(cached(e)) || (e.IsAroundPods && e.IsOver(now));
    }

    /// <summary>Puts what is known of settled expectations in their place. Never called for a key while a pass writes for it.</summary>
    public void Replace(ObjectKey cluster, string uid, ImmutableArray<Expectation> settled, ImmutableArray<Expectation> by)
    {
        if (_entries.TryGetValue(cluster, out var entry) && entry.Uid == uid)
        {
            Store(cluster, uid, entry.Expectations.RemoveRange(settled).AddRange(by));
        }
    }

    /// <summary>Forgets a cluster that is gone.</summary>
    public void Forget(ObjectKey cluster) => _entries.TryRemove(cluster, out _);

    private void Store(ObjectKey cluster, string uid, ImmutableArray<Expectation> expectations)
    {
        if (expectations.IsEmpty)
        {
            _entries.TryRemove(cluster, out _);
        }
        else
        {
            _entries[cluster] = new(uid, expectations);
        }
    }

    private sealed record Entry(string Uid, ImmutableArray<Expectation> Expectations);
}
