namespace Kube.Runtime.Caching;

/// <summary>
/// Reads a cache. Every call sees one consistent state, takes no lock and no memory. The objects are shared by all readers and must not be
/// changed: <c>DeepClone</c> them first. Lists never change; whoever keeps one keeps its objects in memory.
/// </summary>
/// <typeparam name="T">Type of the objects.</typeparam>
public interface ILister<T>
    where T : class
{
    /// <summary>The object of that key; null when the cache has none.</summary>
    T? Get(ObjectKey key);

    /// <summary>All objects of a namespace, or of all namespaces; ordered by key.</summary>
    IReadOnlyList<T> List(string? @namespace = null);

    /// <summary>The objects that a named index files under a value; ordered by key.</summary>
    /// <exception cref="ArgumentException">No such index.</exception>
    IReadOnlyList<T> ByIndex(string index, string value);

    /// <summary>The objects whose controlling owner has that UID; ordered by key.</summary>
    IReadOnlyList<T> OwnedBy(string ownerUid);

    /// <summary>The state of this moment, for several reads that must agree with each other: later changes do not show in it.</summary>
    ILister<T> Snapshot() => this;
}
