using System.Collections.Immutable;

namespace Kube.Runtime.Caching;

/// <summary>One state of a store. Indexes hold keys, not objects: an update that moves no index value touches one tree only.</summary>
internal sealed record StoreSnapshot<T>(
    ImmutableDictionary<ObjectKey, T> Items, ImmutableDictionary<IndexValue, ImmutableSortedSet<ObjectKey>> Indexes)
    where T : class
{
    public static StoreSnapshot<T> Empty { get; } = new(NoItems, NoIndexes);

    // Values count by reference: the models are records, whose comparison member by member is slow, and would keep an equal older object.
    public static ImmutableDictionary<ObjectKey, T> NoItems =>
        ImmutableDictionary<ObjectKey, T>.Empty.WithComparers(null, ReferenceEqualityComparer.Instance);

    public static ImmutableDictionary<IndexValue, ImmutableSortedSet<ObjectKey>> NoIndexes =>
        ImmutableDictionary<IndexValue, ImmutableSortedSet<ObjectKey>>.Empty.WithComparers(null, ReferenceEqualityComparer.Instance);

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
