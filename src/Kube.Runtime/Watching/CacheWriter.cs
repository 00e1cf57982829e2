using k8s;
using k8s.Models;
using Kube.Runtime.Caching;

namespace Kube.Runtime.Watching;

/// <summary>Brings lists and events into a cache and tells the handlers what that changed: first the cache, then they.</summary>
internal sealed class CacheWriter<T>(ResourceType<T> type, ObjectStore<T> store, HandlerList<T> handlers, bool omitsManagedFields)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ObjectKey, UndecodableObject> _undecodable = [];

    public Func<T, T> Transform { get; set; } = static item => item;

    public IReadOnlyList<UndecodableObject> Undecodable
    {
        get
        {
            lock (_lock)
            {
                return [.. _undecodable.Values];
            }
        }
    }

    /// <summary>Adds a handler and tells it of everything there is; later changes come after that.</summary>
    public void Subscribe(IResourceHandler<T> handler)
    {
        lock (_lock)
        {
            foreach (var item in store.List())
            {
                handlers.Tell(handler, item, static (h, added) => h.OnAdded(added));
            }

            foreach (var item in _undecodable.Values)
            {
                handlers.Tell(handler, item, static (h, found) => h.OnUndecodable(found));
            }

            handlers.Add(handler);
        }
    }

    public void Unsubscribe(IResourceHandler<T> handler)
    {
        lock (_lock)
        {
            handlers.Remove(handler);
        }
    }

    /// <summary>Tells the handlers of every object as if it had changed, without a change.</summary>
    public void Resync()
    {
        lock (_lock)
        {
            foreach (var item in store.List())
            {
                handlers.TellAll(item, static (h, same) => h.OnUpdated(same, same));
            }
        }
    }

    /// <summary>The whole state: readers see the old one or this, never a mixture.</summary>
    public void Replace(IReadOnlyList<T> items, IReadOnlyList<UndecodableObject> undecodable)
    {
        lock (_lock)
        {
            var before = store.Snapshot();
            var unreadable = undecodable.ToList();
            var ready = new List<T>(items.Count);
            foreach (var item in items)
            {
                // What has not changed stays the object that it was: a new list of what is known costs no memory for long.
                if (before.Get(type.KeyOf(item)) is { } known && IsSameState(known, item))
                {
                    ready.Add(known);
                }
                else if (Transformed(item, out var problem) is { } transformed)
                {
                    ready.Add(transformed);
                }
                else
                {
                    unreadable.Add(problem!);
                }
            }

            store.Replace(ready);
            TellOfUndecodable(unreadable);
            TellOfDifference(before);
        }
    }

    /// <summary>One change.</summary>
    public void Apply(WatchEvent<T> change)
    {
        lock (_lock)
        {
            if (change.Undecodable is { } undecodable)
            {
                ApplyUndecodable(change.Type, undecodable);
                return;
            }

            var known = store.Get(type.KeyOf(change.Resource!));
            if (change.Type == WatchEventType.Deleted)
            {
                ApplyDeleted(change.Resource!, known);
            }
            else if (known is not null && IsSameState(known, change.Resource!))
            {
                // A watch that repeats what it told already.
                return;
            }
            else if (Transformed(change.Resource!, out var problem) is { } item)
            {
                _undecodable.Remove(type.KeyOf(item));
                TellOfChange(store.Set(item), item);
            }
            else
            {
                ApplyUndecodable(change.Type, problem!);
            }
        }
    }

    private static bool IsSameState(T known, T listed) =>
        known.Metadata is { ResourceVersion: { Length: > 0 } version } && listed.Metadata?.ResourceVersion == version && known.Metadata.Uid == listed.Metadata.Uid;

    private void TellOfUndecodable(List<UndecodableObject> unreadable)
    {
        var before = _undecodable.Values.ToList();
        _undecodable.Clear();
        foreach (var item in unreadable)
        {
            _undecodable[item.Key] = item;
            handlers.TellAll(item, static (h, found) => h.OnUndecodable(found));
        }

        foreach (var last in before.Where(last => !_undecodable.ContainsKey(last.Key) && store.Get(last.Key) is null))
        {
            handlers.TellAll(last, static (h, gone) => h.OnUndecodableDeleted(gone));
        }
    }

    // Deletions first: their names may have been taken by others.
    private void TellOfDifference(ILister<T> before)
    {
        foreach (var last in before.List())
        {
            if (store.Get(type.KeyOf(last)) is null)
            {
                handlers.TellAll(last, static (h, gone) => h.OnDeleted(gone));
            }
        }

        foreach (var item in store.List())
        {
            TellOfChange(before.Get(type.KeyOf(item)), item);
        }
    }

    // What is not known cannot go; and the end of a former namesake, told again, is not that of the present one.
    private void ApplyDeleted(T deleted, T? known)
    {
        var key = type.KeyOf(deleted);
        var wasUnreadable = _undecodable.Remove(key);
        if (known is null ? !wasUnreadable : known.Metadata?.Uid != deleted.Metadata?.Uid)
        {
            return;
        }

        store.Remove(key);
        handlers.TellAll(Transformed(deleted, out _) ?? deleted, static (h, gone) => h.OnDeleted(gone));
    }

    private void ApplyUndecodable(WatchEventType change, UndecodableObject item)
    {
        var last = store.Remove(item.Key);
        var wasUnreadable = _undecodable.Remove(item.Key);
        if (last is not null)
        {
            handlers.TellAll(last, static (h, gone) => h.OnDeleted(gone));
        }

        if (change != WatchEventType.Deleted)
        {
            _undecodable[item.Key] = item;
            handlers.TellAll(item, static (h, found) => h.OnUndecodable(found));
        }
        else if (wasUnreadable)
        {
            handlers.TellAll(item, static (h, gone) => h.OnUndecodableDeleted(gone));
        }
    }

    private void TellOfChange(T? old, T @new)
    {
        if (old is null)
        {
            handlers.TellAll(@new, static (h, added) => h.OnAdded(added));
        }
        else if (old.Metadata?.Uid != @new.Metadata?.Uid)
        {
            // A namesake: the gap in the watch swallowed one object's end and another's beginning.
            handlers.TellAll(old, static (h, gone) => h.OnDeleted(gone));
            handlers.TellAll(@new, static (h, added) => h.OnAdded(added));
        }
        else if (old.Metadata?.ResourceVersion != @new.Metadata?.ResourceVersion)
        {
            handlers.TellAll((old, @new), static (h, change) => h.OnUpdated(change.old, change.@new));
        }
    }

    private T? Transformed(T item, out UndecodableObject? problem)
    {
        problem = null;
        try
        {
            DropManagedFields(item);
            return Transform(item);
        }
        catch (Exception e)
        {
            // As with an object that cannot be read: the others must not suffer, and nobody may take it for absent.
            problem = new(type.KeyOf(item), item.Metadata?.Uid ?? "", item.Metadata?.ResourceVersion ?? "", $"The informer's Transform failed: {e.Message}")
            {
                Controller = item.Metadata?.OwnerReferences?.FirstOrDefault(owner => owner.Controller == true) is { } owner
                    ? new(owner.ApiVersion ?? "", owner.Kind ?? "", owner.Name ?? "", owner.Uid ?? "")
                    : null,
            };
            return null;
        }
    }

    // Not decoded, as a rule; but what the serializer had to read has them.
    private void DropManagedFields(T item)
    {
        if (omitsManagedFields && item.Metadata is { } metadata)
        {
            metadata.ManagedFields = null;
        }
    }
}
