namespace Kube.Runtime.Watching;

/// <summary>Where a reflector stands. Each state carries what its step needs and nothing else.</summary>
internal abstract record ReflectorState
{
    private ReflectorState()
    {
    }

    /// <summary>Nothing is known, or what is known can no longer be continued: read everything.</summary>
    /// <param name="Paged">False after a page token expired: the next list is read in one piece.</param>
    public sealed record Listing(bool Paged = true) : ReflectorState;

    /// <summary>Everything up to a resource version is known: follow the changes.</summary>
    public sealed record Watching(string ResourceVersion) : ReflectorState;

    /// <summary>Something failed: wait, then go on.</summary>
    public sealed record BackingOff(TimeSpan Delay, ReflectorState Next) : ReflectorState;
}
