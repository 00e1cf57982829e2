using k8s;
using k8s.Models;

namespace Kube.Runtime.Caching;

/// <summary>What the states of one store have in common: the resource and the indexes.</summary>
internal sealed class StoreSchema<T>
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    /// <summary>Place of the index by controlling owner.</summary>
    public const int ByOwner = 0;

    /// <summary>Place of the index by namespace.</summary>
    public const int ByNamespace = 1;

    // What has no name cannot be asked for by name.
    private static readonly IndexDefinition<T>[] s_builtIn =
    [
        new("", static item => ControllerUid(item) is { } uid ? [uid] : []),
        new("", static item => item.Metadata?.NamespaceProperty is { } name ? [name] : []),
    ];

    public StoreSchema(ResourceType<T> type, IEnumerable<IndexDefinition<T>> indexes)
    {
        Type = type;
        Indexes = [.. s_builtIn, .. indexes];
        var twice = Indexes.Skip(s_builtIn.Length).GroupBy(index => index.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException($"The store of {type.Definition} would have two indexes '{twice.Key}'; name them apart.", nameof(indexes));
        }
    }

    public ResourceType<T> Type { get; }

    public IndexDefinition<T>[] Indexes { get; }

    /// <exception cref="ArgumentException">No such index.</exception>
    public int PlaceOf(string index)
    {
        for (var i = s_builtIn.Length; i < Indexes.Length; i++)
        {
            if (Indexes[i].Name == index)
            {
                return i;
            }
        }

        throw new ArgumentException($"The store of {Type.Definition} has no index '{index}'; add it before the informer runs.", nameof(index));
    }

    public IReadOnlyCollection<string> ValuesOf(int index, T item)
    {
        var values = Indexes[index].ValuesOf(item);
        return values as IReadOnlyCollection<string> ?? [.. values];
    }

    /// <summary>The objects in the order of their keys; of two with one key the later.</summary>
    public T[] Sorted(IEnumerable<T> items)
    {
        var given = items.ToArray();
        var keys = Array.ConvertAll(given, Type.KeyOf);
        if (IsInOrder(keys))
        {
            // What a server lists is.
            return given;
        }

        // Sorting by place too keeps the order of arrival among equal keys.
        var places = Enumerable.Range(0, given.Length).ToArray();
        Array.Sort(places, (one, other) => keys[one].CompareTo(keys[other]) is not 0 and var order ? order : one.CompareTo(other));
        var sorted = new List<T>(given.Length);
        for (var i = 0; i < places.Length; i++)
        {
            if (i + 1 == places.Length || keys[places[i]] != keys[places[i + 1]])
            {
                sorted.Add(given[places[i]]);
            }
        }

        return [.. sorted];
    }

    private static bool IsInOrder(ObjectKey[] keys)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i - 1].CompareTo(keys[i]) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static string? ControllerUid(T item)
    {
        foreach (var owner in item.Metadata?.OwnerReferences ?? [])
        {
            if (owner is { Controller: true, Uid: not null })
            {
                return owner.Uid;
            }
        }

        return null;
    }
}
