namespace Kube.Runtime.Watching;

/// <summary>
/// Told of every change of a cache, in order, after the cache holds it. Called on the informer's own loop: return quickly, as a rule after
/// putting a key into a queue.
/// </summary>
/// <typeparam name="T">Type of the objects.</typeparam>
public interface IResourceHandler<in T>
    where T : class
{
    /// <summary>An object is new, or was there when the handler subscribed.</summary>
    void OnAdded(T item);

    /// <summary>An object changed; or, with the same object twice, it is time to look at all of them again.</summary>
    void OnUpdated(T old, T @new);

    /// <summary>An object is gone. After a gap in the watch this is its last known state, which may not have been its last.</summary>
    void OnDeleted(T last);

    /// <summary>The server holds an object that the C# type cannot represent; the cache does not have it.</summary>
    void OnUndecodable(UndecodableObject item);

    /// <summary>An object that could not be read is gone. One that can be read now is told of by <see cref="OnAdded"/> instead.</summary>
    void OnUndecodableDeleted(UndecodableObject last);
}
