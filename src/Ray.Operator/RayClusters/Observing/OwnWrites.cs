using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kube;
using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Observing;

/// <summary>
/// Lets a pass see the status and the finalizer that the pass before it wrote, though the cache does not show it yet: otherwise it would write it again, with
/// other times.
/// </summary>
internal sealed class OwnWrites
{
    private readonly ConcurrentDictionary<ObjectKey, Written> _written = new();

    /// <summary>Notes that a status was written.</summary>
    /// <param name="key">The cluster.</param>
    /// <param name="basedOn">What the write was computed from.</param>
    /// <param name="result">What the server answered.</param>
    public void Remember(ObjectKey key, RayCluster basedOn, RayCluster result)
    {
        // A second write in a row is based on the first one; the cache may still show what that one was based on.
        // One pass may write twice, the finalizer and the status: then what the first write made is replaced as well.
        ImmutableArray<string> replaced = !_written.TryGetValue(key, out var before) ? []
            : ReferenceEquals(before.Result, basedOn) ? before.Replaced
            : before.Replaced.Contains(basedOn.Metadata.ResourceVersion) ? before.Replaced.Add(before.Result.Metadata.ResourceVersion)
            : [];
        _written[key] = new(replaced.Add(basedOn.Metadata.ResourceVersion), result);
    }

    /// <summary>
    /// The newest known state of a cluster: our own write while the cache still shows what it was based on, else what the cache shows.
    /// </summary>
    public RayCluster Newest(ObjectKey key, RayCluster cached)
    {
        if (!_written.TryGetValue(key, out var written))
        {
            return cached;
        }

        if (written.Replaced.Contains(cached.Metadata.ResourceVersion))
        {
            return written.Result;
        }

        _written.TryRemove(key, out _);
        return cached;
    }

    /// <summary>Forgets a cluster that is gone.</summary>
    public void Forget(ObjectKey key) => _written.TryRemove(key, out _);

    private sealed record Written(ImmutableArray<string> Replaced, RayCluster Result);
}
