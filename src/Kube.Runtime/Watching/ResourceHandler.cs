namespace Kube.Runtime.Watching;

/// <summary>A handler made of delegates; those that are null are not called.</summary>
/// <typeparam name="T">Type of the objects.</typeparam>
public sealed record ResourceHandler<T> : IResourceHandler<T>
    where T : class
{
    /// <summary>Called for a new object.</summary>
    public Action<T>? Added { get; init; }

    /// <summary>Called for a changed object: old state, new state.</summary>
    public Action<T, T>? Updated { get; init; }

    /// <summary>Called for a vanished object.</summary>
    public Action<T>? Deleted { get; init; }

    /// <summary>Called for an object that could not be read.</summary>
    public Action<UndecodableObject>? Undecodable { get; init; }

    /// <summary>Called for a vanished object that could not be read.</summary>
    public Action<UndecodableObject>? UndecodableDeleted { get; init; }

    /// <inheritdoc/>
    public void OnAdded(T item) => Added?.Invoke(item);

    /// <inheritdoc/>
    public void OnUpdated(T old, T @new) => Updated?.Invoke(old, @new);

    /// <inheritdoc/>
    public void OnDeleted(T last) => Deleted?.Invoke(last);

    /// <inheritdoc/>
    public void OnUndecodable(UndecodableObject item) => Undecodable?.Invoke(item);

    /// <inheritdoc/>
    public void OnUndecodableDeleted(UndecodableObject last) => UndecodableDeleted?.Invoke(last);
}
