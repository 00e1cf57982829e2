namespace Kube.Runtime.Watching;

/// <summary>Where a reflector stands. Each state carries what its step needs and nothing else.</summary>
internal abstract record ReflectorState<T>
    where T : class
{
    private ReflectorState()
    {
    }

    /// <summary>Nothing is known.</summary>
    public sealed record Empty : ReflectorState<T>;

    /// <summary>Nothing is known, or what is known can no longer be continued: read everything.</summary>
    public sealed record Listing(ListMode Mode) : ReflectorState<T>;

    /// <summary>Everything was read: hand it on.</summary>
    /// <param name="State">What was read.</param>
    /// <param name="Open">The stream that the list came from and that goes on with changes; null after a list of its own.</param>
    public sealed record Listed(ListedState<T> State, IOpenWatch<T>? Open) : ReflectorState<T>;

    /// <summary>Everything up to a resource version is known: follow the changes.</summary>
    /// <param name="ResourceVersion">The version to go on from.</param>
    /// <param name="Open">A stream that is open already; null to ask for one.</param>
    public sealed record Watching(string ResourceVersion, IOpenWatch<T>? Open = null) : ReflectorState<T>;

    /// <summary>Something failed: wait, then go on.</summary>
    public sealed record BackingOff(TimeSpan Delay, ReflectorState<T> Next) : ReflectorState<T>;
}

/// <summary>How everything is read.</summary>
internal enum ListMode
{
    /// <summary>As the first events of a watch, which then goes on. The server keeps no list in memory for it.</summary>
    Streamed,

    /// <summary>In pages.</summary>
    Paged,

    /// <summary>In one piece: pages expired while they were read.</summary>
    Whole,
}

/// <summary>Everything there is, at one resource version.</summary>
internal sealed record ListedState<T>(IReadOnlyList<T> Items, IReadOnlyList<UndecodableObject> Undecodable, string ResourceVersion)
    where T : class;
