using k8s;
using k8s.Models;

namespace Kube.Runtime.Caching;

/// <summary>
/// The known state of one resource. Reads take no lock and allocate nothing: each works on an immutable snapshot. Writes replace the snapshot;
/// the order of the calls is the order of the truth, as a watch gives it, so resource versions are never compared.
/// </summary>
/// <typeparam name="T">Type of the objects.</typeparam>
public sealed class ObjectStore<T> : ILister<T>
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private readonly Lock _writeLock = new();
    private readonly StoreSchema<T> _schema;
    private volatile StoreSnapshot<T> _now;

    /// <summary>Creates an empty store.</summary>
    /// <param name="type">The resource.</param>
    /// <param name="indexes">Named indexes besides those by owner and namespace.</param>
    /// <exception cref="ArgumentException">Two indexes have one name.</exception>
    public ObjectStore(ResourceType<T> type, params IEnumerable<IndexDefinition<T>> indexes)
    {
        ArgumentNullException.ThrowIfNull(type);
        _schema = new(type, indexes);
        _now = StoreSnapshot<T>.Empty(_schema);
    }

    /// <summary>Number of objects.</summary>
    public int Count => _now.Count;

    /// <inheritdoc/>
    public T? Get(ObjectKey key) => _now.Get(key);

    /// <inheritdoc/>
    public IReadOnlyList<T> List(string? @namespace = null) => _now.List(@namespace);

    /// <inheritdoc/>
    public IReadOnlyList<T> ByIndex(string index, string value) => _now.ByIndex(index, value);

    /// <inheritdoc/>
    public IReadOnlyList<T> OwnedBy(string ownerUid) => _now.OwnedBy(ownerUid);

    /// <inheritdoc/>
    public ILister<T> Snapshot() => _now;

    /// <summary>Adds or replaces one object.</summary>
    /// <returns>The object that was there before, if any.</returns>
    public T? Set(T item)
    {
        var key = _schema.Type.KeyOf(item);
        lock (_writeLock)
        {
            var now = _now;
            var old = now.Get(key);
            _now = now.With(key, old, item);
            return old;
        }
    }

    /// <summary>Removes one object.</summary>
    /// <returns>The object that was there, if any.</returns>
    public T? Remove(ObjectKey key)
    {
        lock (_writeLock)
        {
            var now = _now;
            var old = now.Get(key);
            if (old is not null)
            {
                _now = now.Without(key, old);
            }

            return old;
        }
    }

    /// <summary>Replaces everything at once: readers see the old state or the new, never a mixture.</summary>
    /// <param name="items">The new objects; of two with one key the later counts.</param>
    /// <returns>The state before.</returns>
    public ILister<T> Replace(IEnumerable<T> items)
    {
        var next = StoreSnapshot<T>.Of(_schema, items);
        lock (_writeLock)
        {
            var before = _now;
            _now = next;
            return before;
        }
    }
}
