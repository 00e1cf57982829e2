using System.Text.Json;

namespace Kube;

/// <summary>Objects that may be there or not.</summary>
public sealed partial class ResourceClient<T>
{
    /// <summary>Reads one object; null when there is none.</summary>
    /// <param name="name">Name of the object.</param>
    /// <param name="namespace">Its namespace; null for cluster-scoped kinds.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">Also when the server does not know the kind: that is no missing object.</exception>
    public async Task<T?> FindAsync(string name, string? @namespace, CancellationToken cancellationToken = default)
    {
        try
        {
            return await GetAsync(name, @namespace, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.IsNotFound && !e.IsUnknownResource)
        {
            return null;
        }
    }

    /// <summary>
    /// Creates an object, or changes the one that is there, as <see cref="UpdateAsync(string, string?, Action{T}, WriteOptions?, CancellationToken)"/>
    /// does; starts again while others create, change or delete it.
    /// </summary>
    /// <param name="initial">Name, namespace, and what a new object has before <paramref name="mutate"/>. Stays as it is.</param>
    /// <param name="mutate">Makes the object, new or present, as it should be; may run several times.</param>
    /// <param name="options">Write options.</param>
    /// <param name="cancellationToken">Cancels the whole.</param>
    /// <returns>The object as stored; as read when nothing changed.</returns>
    public Task<T> CreateOrUpdateAsync(T initial, Action<T> mutate, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mutate);
        var key = Type.KeyOf(initial);
        return ConflictRetry.RunAsync(TryAsync, cancellationToken);

        async Task<T?> TryAsync() =>
            await FindAsync(key.Name, NamespaceOf(key), cancellationToken).ConfigureAwait(false) is { } present
                ? await UnlessAsync(e => e.IsNotFound, () => TryUpdateAsync(present, null, mutate, options, cancellationToken)).ConfigureAwait(false)
                : await UnlessAsync(e => e.IsAlreadyExists, () => CreateAsync(Made(), options, cancellationToken)!).ConfigureAwait(false);

        T Made()
        {
            var made = JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(initial, Type.Json), Type.Json)!;
            mutate(made);
            return made;
        }
    }

    /// <summary>What a write returns; null when it failed because the object came or went after it was looked for.</summary>
    private static async Task<T?> UnlessAsync(Func<ApiException, bool> isOvertaken, Func<Task<T?>> write)
    {
        try
        {
            return await write().ConfigureAwait(false);
        }
        catch (ApiException e) when (isOvertaken(e))
        {
            return null;
        }
    }

    /// <summary>
    /// Waits until an object is as wanted, or gone. Watches; the connection may break in between. There is no limit of time but the caller's
    /// cancellation.
    /// </summary>
    /// <param name="name">Name of the object; it need not be there yet.</param>
    /// <param name="namespace">Its namespace; null for cluster-scoped kinds.</param>
    /// <param name="condition">Whether the wait is over. Gets the object, or null while there is none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The object that fulfils the condition; null when its absence does.</returns>
    public async Task<T?> WaitForAsync(
        string name, string? @namespace, Func<T?, bool> condition, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(condition);
        var (present, isKnown) = (default(T), true);
        var options = new WatchOptions { FieldSelector = FieldSelector.Equal("metadata.name", name) };
        await foreach (var change in FollowAsync(@namespace, options, cancellationToken).ConfigureAwait(false))
        {
            if (change.Type != WatchEventType.Bookmark)
            {
                present = change.Type == WatchEventType.Deleted ? null : change.Resource;
                isKnown = change.Undecodable is null; // What cannot be read is there, and says nothing.
            }
            else if (!change.IsInitialEventsEnd)
            {
                continue;
            }

            if (isKnown && condition(present))
            {
                return present;
            }
        }

        throw new OperationCanceledException(cancellationToken);
    }
}
