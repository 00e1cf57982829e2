using System.Collections.Immutable;
using k8s;
using k8s.Models;

namespace Kube.Runtime.Caching;

/// <summary>
/// The known state of one resource. Reads take no lock: each works on an immutable snapshot. Writes replace the snapshot; the order of the
/// calls is the order of the truth, as a watch gives it, so resource versions are never compared.
/// </summary>
/// <typeparam name="T">Type of the objects.</typeparam>
public sealed class ObjectStore<T> : ILister<T>
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private const string OwnerIndex = "kube.runtime/controller-uid";
    private const string NamespaceIndex = "kube.runtime/namespace";

    private readonly Lock _writeLock = new();
    private readonly ResourceType<T> _type;
    private readonly ImmutableArray<IndexDefinition<T>> _indexes;
    private readonly HashSet<string> _indexNames;
    private volatile StoreSnapshot<T> _snapshot = StoreSnapshot<T>.Empty;

    /// <summary>Creates an empty store.</summary>
    /// <param name="type">The resource.</param>
    /// <param name="indexes">Named indexes besides those by owner and namespace.</param>
    public ObjectStore(ResourceType<T> type, params IEnumerable<IndexDefinition<T>> indexes)
    {
        _type = type;
        _indexes =
        [
            new IndexDefinition<T>(OwnerIndex, static item => ControllerUids(item)),
            new IndexDefinition<T>(NamespaceIndex, static item => item.Metadata?.NamespaceProperty is { } name ? [name] : []),
            .. indexes,
        ];
        _indexNames = [.. _indexes.Select(index => index.Name)];
    }

    /// <summary>Number of objects.</summary>
    public int Count => _snapshot.Items.Count;

    /// <inheritdoc/>
    public T? Get(ObjectKey key) => _snapshot.Items.GetValueOrDefault(key);

    /// <inheritdoc/>
    public IReadOnlyList<T> List(string? @namespace = null)
    {
        if (@namespace is not null)
        {
            return _snapshot.At(new(NamespaceIndex, @namespace));
        }

        var items = _snapshot.Items;
        var keys = items.Keys.ToArray();
        Array.Sort(keys);
        return Array.ConvertAll(keys, key => items[key]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<T> ByIndex(string index, string value) =>
        _indexNames.Contains(index)
            ? _snapshot.At(new(index, value))
            : throw new ArgumentException($"The store of {_type.Definition} has no index '{index}'; add it before the informer runs.", nameof(index));

    /// <inheritdoc/>
    public IReadOnlyList<T> OwnedBy(string ownerUid) => _snapshot.At(new(OwnerIndex, ownerUid));

    /// <summary>Adds or replaces one object.</summary>
    /// <returns>The object that was there before, if any.</returns>
    public T? Set(T item)
    {
        lock (_writeLock)
        {
            var snapshot = _snapshot;
            var key = _type.KeyOf(item);
            var old = snapshot.Items.GetValueOrDefault(key);
            _snapshot = new(snapshot.Items.SetItem(key, item), Reindexed(snapshot.Indexes, key, old, item));
            return old;
        }
    }

    /// <summary>Removes one object.</summary>
    /// <returns>The object that was there, if any.</returns>
    public T? Remove(ObjectKey key)
    {
        lock (_writeLock)
        {
            var snapshot = _snapshot;
            if (!snapshot.Items.TryGetValue(key, out var old))
            {
                return null;
            }

            _snapshot = new(snapshot.Items.Remove(key), Reindexed(snapshot.Indexes, key, old, null));
            return old;
        }
    }

    /// <summary>Replaces everything at once: readers see the old state or the new, never a mixture.</summary>
    /// <returns>The objects that were there before, by key.</returns>
    public IReadOnlyDictionary<ObjectKey, T> Replace(IEnumerable<T> items)
    {
        var byKey = StoreSnapshot<T>.NoItems.ToBuilder();
        foreach (var item in items)
        {
            byKey[_type.KeyOf(item)] = item;
        }

        var places = new Dictionary<IndexValue, ImmutableSortedSet<ObjectKey>.Builder>();
        foreach (var (key, item) in byKey)
        {
            foreach (var place in PlacesOf(item))
            {
                if (!places.TryGetValue(place, out var keys))
                {
                    places[place] = keys = ImmutableSortedSet.CreateBuilder<ObjectKey>();
                }

                keys.Add(key);
            }
        }

        var indexes = StoreSnapshot<T>.NoIndexes.AddRange(places.Select(place => KeyValuePair.Create(place.Key, place.Value.ToImmutable())));
        lock (_writeLock)
        {
            var old = _snapshot.Items;
            _snapshot = new(byKey.ToImmutable(), indexes);
            return old;
        }
    }

    private ImmutableDictionary<IndexValue, ImmutableSortedSet<ObjectKey>> Reindexed(
        ImmutableDictionary<IndexValue, ImmutableSortedSet<ObjectKey>> indexes, ObjectKey key, T? old, T? @new)
    {
        var before = old is null ? [] : PlacesOf(old);
        var after = @new is null ? [] : PlacesOf(@new);
        foreach (var place in before)
        {
            if (!after.Contains(place) && indexes.TryGetValue(place, out var keys))
            {
                keys = keys.Remove(key);
                indexes = keys.IsEmpty ? indexes.Remove(place) : indexes.SetItem(place, keys);
            }
        }

        foreach (var place in after)
        {
            if (!before.Contains(place))
            {
                indexes = indexes.SetItem(place, indexes.GetValueOrDefault(place, ImmutableSortedSet<ObjectKey>.Empty).Add(key));
            }
        }

        return indexes;
    }

    // An object has a handful of places: a list is searched faster than a set is built.
    private List<IndexValue> PlacesOf(T item)
    {
        var places = new List<IndexValue>(_indexes.Length);
        foreach (var index in _indexes)
        {
            foreach (var value in index.ValuesOf(item))
            {
                places.Add(new(index.Name, value));
            }
        }

        return places;
    }

    private static IEnumerable<string> ControllerUids(T item)
    {
        foreach (var owner in item.Metadata?.OwnerReferences ?? [])
        {
            if (owner is { Controller: true, Uid: not null })
            {
                return [owner.Uid];
            }
        }

        return [];
    }
}
