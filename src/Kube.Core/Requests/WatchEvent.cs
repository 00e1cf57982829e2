namespace Kube;

/// <summary>Kinds of watch events. Error events are thrown as <see cref="ApiException"/>.</summary>
public enum WatchEventType
{
    /// <summary>The object is new, or the watch began without a resource version.</summary>
    Added,

    /// <summary>The object changed.</summary>
    Modified,

    /// <summary>The object is gone; its last state is given.</summary>
    Deleted,

    /// <summary>Only the resource version moved on.</summary>
    Bookmark,
}

/// <summary>One event of a watch.</summary>
/// <typeparam name="T">Type of the objects.</typeparam>
/// <param name="Type">What happened.</param>
/// <param name="ResourceVersion">Resource version to go on from after this event.</param>
/// <param name="Resource">The object; null for bookmarks and for objects that could not be read.</param>
public readonly record struct WatchEvent<T>(WatchEventType Type, string ResourceVersion, T? Resource)
    where T : class
{
    /// <summary>Set, with <see cref="Resource"/> null, when the object is not of the shape of <typeparamref name="T"/>.</summary>
    public UndecodableObject? Undecodable { get; init; }

    /// <summary>True on the bookmark that ends the initial events of a streamed list.</summary>
    public bool IsInitialEventsEnd { get; init; }
}
