using Kube;

namespace Ray.DevEnvironment.Chaos.Model;

/// <summary>Everything that is wanted, and the most pods that may be there on the way.</summary>
/// <remarks>Changed by one and read by another at the same time.</remarks>
public sealed class WantedWorld
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, WantedCluster> _clusters = new(StringComparer.Ordinal);
    private readonly Dictionary<(ObjectKey Cluster, string Group), int> _most = [];

    /// <summary>The clusters that shall be there, in order of their names.</summary>
    public IReadOnlyList<WantedCluster> Clusters
    {
        get
        {
            lock (_lock)
            {
                return [.. _clusters.Values];
            }
        }
    }

    /// <summary>Wants a cluster, or wants it otherwise. To be called before the API server is asked, so that no pod comes too early.</summary>
    public void Want(WantedCluster cluster)
    {
        lock (_lock)
        {
            _clusters[cluster.Key.ToString()] = cluster;
            Raise(cluster);
        }
    }

    /// <summary>Wants a cluster no more. Its pods may be there for a while.</summary>
    public void Forget(ObjectKey cluster)
    {
        lock (_lock)
        {
            _clusters.Remove(cluster.ToString());
        }
    }

    /// <summary>The most pods that a group may have.</summary>
    /// <remarks>That is the largest count wanted since everything was last as wanted: a change to fewer takes its time.</remarks>
    public int MostOf(ObjectKey cluster, string group)
    {
        lock (_lock)
        {
            return _most.GetValueOrDefault((cluster, group));
        }
    }

    /// <summary>Everything is as wanted: more than that may not be there again. A cluster that is spoilt keeps what it has.</summary>
    public void Settle()
    {
        lock (_lock)
        {
            var spoilt = _clusters.Values.Where(cluster => cluster.IsSpoilt).Select(cluster => cluster.Key).ToHashSet();
            foreach (var place in _most.Keys.Where(place => !spoilt.Contains(place.Cluster)).ToList())
            {
                _most.Remove(place);
            }

            foreach (var cluster in _clusters.Values)
            {
                Raise(cluster);
            }
        }
    }

    private void Raise(WantedCluster cluster)
    {
        foreach (var group in cluster.Groups)
        {
            var place = (cluster.Key, group.Name);
            _most[place] = Math.Max(_most.GetValueOrDefault(place), group.Pods);
        }
    }
}
