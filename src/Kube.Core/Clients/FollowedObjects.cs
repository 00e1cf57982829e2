using k8s;
using k8s.Models;

namespace Kube;

/// <summary>What a follower has told of so far. Says what a new list means to somebody who knows all that.</summary>
internal sealed class FollowedObjects<T>(ResourceType<T> type)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private readonly Dictionary<ObjectKey, T> _known = [];

    /// <summary>Takes note of an event that is told.</summary>
    public void Note(WatchEvent<T> change)
    {
        if (change.Resource is not { } resource)
        {
            return;
        }

        if (change.Type == WatchEventType.Deleted)
        {
            _known.Remove(type.KeyOf(resource));
        }
        else
        {
            _known[type.KeyOf(resource)] = resource;
        }
    }

    /// <summary>The events between what was told and a list: deletions first, then what is new or changed, in the list's order.</summary>
    public List<WatchEvent<T>> Replace(IReadOnlyList<T> items, IReadOnlyList<UndecodableObject> undecodable, string version)
    {
        var events = new List<WatchEvent<T>>();
        var present = items.ToDictionary(type.KeyOf);
        var unreadable = undecodable.Select(item => item.Key).ToHashSet();
        foreach (var (key, last) in _known.ToList())
        {
            var isOther = present.TryGetValue(key, out var now) && now.Metadata?.Uid != last.Metadata?.Uid;
            if (isOther || (now is null && !unreadable.Contains(key)))
            {
                events.Add(new(WatchEventType.Deleted, version, last));
                _known.Remove(key);
            }
        }

        foreach (var item in items)
        {
            var change = !_known.TryGetValue(type.KeyOf(item), out var last) ? WatchEventType.Added : WatchEventType.Modified;
            if (last is null || last.Metadata?.ResourceVersion != item.Metadata?.ResourceVersion)
            {
                events.Add(new(change, item.Metadata?.ResourceVersion ?? version, item));
            }

            _known[type.KeyOf(item)] = item;
        }

        events.AddRange(undecodable.Select(item => new WatchEvent<T>(WatchEventType.Modified, item.ResourceVersion, null) { Undecodable = item }));
        return events;
    }
}
