using k8s;
using k8s.Models;

namespace Kube.Runtime.Caching;

/// <summary>One state of a store. It never changes, so that reading it takes no lock and gives the lists that it holds.</summary>
internal sealed class StoreSnapshot<T>(
    StoreSchema<T> schema, ShardedMap<ObjectKey, T> byKey, SortedItems<T> all, ShardedMap<string, SortedItems<T>>[] indexes) : ILister<T>
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    public int Count => all.Count;

    public static StoreSnapshot<T> Empty(StoreSchema<T> schema) => new(
        schema,
        ShardedMap<ObjectKey, T>.Empty,
        SortedItems<T>.Empty,
        Array.ConvertAll(schema.Indexes, _ => ShardedMap<string, SortedItems<T>>.Empty));

    /// <summary>A state of these objects; of two with one key the later counts.</summary>
    public static StoreSnapshot<T> Of(StoreSchema<T> schema, IEnumerable<T> items)
    {
        var sorted = schema.Sorted(items);
        var entries = Array.ConvertAll(sorted, item => KeyValuePair.Create(schema.Type.KeyOf(item), item));
        return new(
            schema,
            ShardedMap<ObjectKey, T>.Of(entries),
            SortedItems<T>.Of(sorted),
            Array.ConvertAll(schema.Indexes, index => IndexOf(index, sorted)));
    }

    public T? Get(ObjectKey key) => byKey.Find(key);

    public IReadOnlyList<T> List(string? @namespace = null) => @namespace is null ? all : At(StoreSchema<T>.ByNamespace, @namespace);

    public IReadOnlyList<T> ByIndex(string index, string value) => At(schema.PlaceOf(index), value);

    public IReadOnlyList<T> OwnedBy(string ownerUid) => At(StoreSchema<T>.ByOwner, ownerUid);

    public ILister<T> Snapshot() => this;

    /// <summary>The state with that object instead of the old one of its key.</summary>
    public StoreSnapshot<T> With(ObjectKey key, T? old, T item)
    {
        var changed = new ShardedMap<string, SortedItems<T>>[indexes.Length];
        for (var i = 0; i < changed.Length; i++)
        {
            var before = old is null ? [] : schema.ValuesOf(i, old);
            var after = schema.ValuesOf(i, item);
            var index = indexes[i];
            foreach (var value in before)
            {
                index = after.Contains(value) ? index : Removed(index, value, key);
            }

            foreach (var value in after)
            {
                index = index.With(value, (index.Find(value) ?? SortedItems<T>.Empty).With(item, schema.Type));
            }

            changed[i] = index;
        }

        return new(schema, byKey.With(key, item), all.With(item, schema.Type), changed);
    }

    /// <summary>The state without an object that it has.</summary>
    public StoreSnapshot<T> Without(ObjectKey key, T old)
    {
        var changed = new ShardedMap<string, SortedItems<T>>[indexes.Length];
        for (var i = 0; i < changed.Length; i++)
        {
            changed[i] = indexes[i];
            foreach (var value in schema.ValuesOf(i, old))
            {
                changed[i] = Removed(changed[i], value, key);
            }
        }

        return new(schema, byKey.Without(key), all.Without(key, schema.Type), changed);
    }

    private SortedItems<T> At(int index, string value) => indexes[index].Find(value) ?? SortedItems<T>.Empty;

    private ShardedMap<string, SortedItems<T>> Removed(ShardedMap<string, SortedItems<T>> index, string value, ObjectKey key)
    {
        var rest = (index.Find(value) ?? SortedItems<T>.Empty).Without(key, schema.Type);
        return rest.Count == 0 ? index.Without(value) : index.With(value, rest);
    }

    // The objects come in order, and so each value gets its own in order.
    private static ShardedMap<string, SortedItems<T>> IndexOf(IndexDefinition<T> index, T[] sorted)
    {
        var found = new Dictionary<string, List<T>>(StringComparer.Ordinal);
        foreach (var item in sorted)
        {
            foreach (var value in index.ValuesOf(item))
            {
                if (!found.TryGetValue(value, out var items))
                {
                    found[value] = items = [];
                }

                if (items.Count == 0 || !ReferenceEquals(items[^1], item))
                {
                    items.Add(item);
                }
            }
        }

        return ShardedMap<string, SortedItems<T>>.Of(
            [.. found.Select(entry => KeyValuePair.Create(entry.Key, SortedItems<T>.Of([.. entry.Value])))]);
    }
}
