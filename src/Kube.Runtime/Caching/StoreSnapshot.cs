using System.Collections.Immutable;

namespace Kube.Runtime.Caching;

/// <summary>One state of a store. Indexes hold keys, not objects: an update that moves no index value touches one tree only.</summary>
internal sealed record StoreSnapshot<T>(
    ImmutableDictionary<ObjectKey, T> Items, ImmutableDictionary<IndexValue, ImmutableSortedSet<ObjectKey>> Indexes)
    where T : class
{
    public static StoreSnapshot<T> Empty { get; } =
        new(ImmutableDictionary<ObjectKey, T>.Empty, ImmutableDictionary<IndexValue, ImmutableSortedSet<ObjectKey>>.Empty);

    public IReadOnlyList<T> At(IndexValue value)
    {
        if (!Indexes.TryGetValue(value, out var keys))
        {
            return [];
        }

        var found = new T[keys.Count];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = Items[keys[i]];
        }

        return found;
    }
}

/// <summary>A place in an index.</summary>
internal readonly record struct IndexValue(string Index, string Value);
