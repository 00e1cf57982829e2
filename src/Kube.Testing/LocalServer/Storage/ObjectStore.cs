using System.Globalization;
using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>
/// All objects, and their history since the last compaction. Stored objects never change: a write puts a new one in place. Whoever reads, decides and
/// writes does so within <see cref="Gate"/>, as a transaction.
/// </summary>
internal sealed class ObjectStore
{
    // Clients that are further behind list again; the real server forgets after five minutes.
    private const int LongestHistory = 20_000;
    private readonly Dictionary<string, SortedDictionary<string, JsonObject>> _objects = new(StringComparer.Ordinal);
    private readonly List<StoreEvent> _history = [];
    private readonly List<Action<StoreEvent>> _followers = [];

    /// <summary>Held while state is read and written.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The count of changes, which is the newest resource version.</summary>
    public long Revision { get; private set; } = 1;

    /// <summary>Changes up to this one are forgotten.</summary>
    public long Compacted { get; private set; }

    public JsonObject? Get(StoreKey key)
    {
        lock (Gate)
        {
            return _objects.GetValueOrDefault(key.Resource)?.GetValueOrDefault(key.Order);
        }
    }

    /// <summary>The objects of a kind in order, with the revision at which this was so.</summary>
    public (IReadOnlyList<JsonObject> Items, long Revision) List(string resource, string? ns)
    {
        lock (Gate)
        {
            return ([.. Select(_objects.GetValueOrDefault(resource) ?? [], ns)], Revision);
        }
    }

    /// <summary>The objects as they were at a former revision; null when that is forgotten.</summary>
    public IReadOnlyList<JsonObject>? ListAt(string resource, string? ns, long revision)
    {
        lock (Gate)
        {
            if (revision < Compacted)
            {
                return null;
            }

            var state = new SortedDictionary<string, JsonObject>(_objects.GetValueOrDefault(resource) ?? [], StringComparer.Ordinal);
            for (var i = _history.Count - 1; i >= 0 && _history[i].Revision > revision; i--)
            {
                var (key, before) = (_history[i].Key, _history[i].Before);
                if (key.Resource == resource && before is null)
                {
                    state.Remove(key.Order);
                }
                else if (key.Resource == resource)
                {
                    state[key.Order] = before!;
                }
            }

            return [.. Select(state, ns)];
        }
    }

    /// <summary>Stores an object and gives it its resource version.</summary>
    public void Put(StoreKey key, JsonObject value)
    {
        lock (Gate)
        {
            Revision++;
            value["metadata"]!["resourceVersion"] = Revision.ToString(CultureInfo.InvariantCulture);
            if (!_objects.TryGetValue(key.Resource, out var objects))
            {
                _objects[key.Resource] = objects = new(StringComparer.Ordinal);
            }

            var before = objects.GetValueOrDefault(key.Order);
            objects[key.Order] = value;
            Tell(new(Revision, key, before, value));
        }
    }

    /// <summary>Removes an object. Returns its last state, with the resource version of the removal.</summary>
    public JsonObject Remove(StoreKey key)
    {
        lock (Gate)
        {
            Revision++;
            var before = _objects[key.Resource][key.Order];
            _objects[key.Resource].Remove(key.Order);
            var last = (JsonObject)before.DeepClone();
            last["metadata"]!["resourceVersion"] = Revision.ToString(CultureInfo.InvariantCulture);
            Tell(new(Revision, key, last, null));
            return last;
        }
    }

    /// <summary>Hands over all changes after a revision, then every new one as it happens. Followers must be quick: they run within the gate.</summary>
    /// <returns>Ends the following; null when changes after the revision are forgotten.</returns>
    public IDisposable? Follow(long after, Action<StoreEvent> follower)
    {
        lock (Gate)
        {
            if (after < Compacted)
            {
                return null;
            }

            foreach (var change in _history.Where(change => change.Revision > after))
            {
                follower(change);
            }

            _followers.Add(follower);
            return new Following(this, follower);
        }
    }

    /// <summary>Forgets the history.</summary>
    public long Compact()
    {
        lock (Gate)
        {
            _history.Clear();
            return Compacted = Revision;
        }
    }

    private static IEnumerable<JsonObject> Select(SortedDictionary<string, JsonObject> objects, string? ns) =>
        ns is null ? objects.Values : objects.Where(entry => entry.Key.StartsWith(ns + "/", StringComparison.Ordinal)).Select(entry => entry.Value);

    private void Tell(StoreEvent change)
    {
        _history.Add(change);
        if (_history.Count > LongestHistory)
        {
            var forgotten = LongestHistory / 2;
            Compacted = _history[forgotten - 1].Revision;
            _history.RemoveRange(0, forgotten);
        }

        foreach (var follower in _followers.ToArray())
        {
            follower(change);
        }
    }

    private sealed class Following(ObjectStore store, Action<StoreEvent> follower) : IDisposable
    {
        public void Dispose()
        {
            lock (store.Gate)
            {
                store._followers.Remove(follower);
            }
        }
    }
}
