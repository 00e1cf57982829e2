namespace Kube;

/// <summary>Choices of a list request.</summary>
public sealed record ListOptions
{
    /// <summary>Label selector: built from parts, or a string such as <c>app=a,tier in (x,y)</c>. Null chooses everything.</summary>
    public LabelSelector? LabelSelector { get; init; }

    /// <summary>Field selector: from the generated <c>XxxFields</c>, or a string such as <c>metadata.name=a</c>. Null chooses everything.</summary>
    public FieldSelector? FieldSelector { get; init; }

    /// <summary>Most items of one page; null leaves it to the server (all).</summary>
    public int? Limit { get; init; }

    /// <summary>Token of the page to read, from <see cref="ResourceList{T}.Continue"/>.</summary>
    public string? Continue { get; init; }

    /// <summary>Resource version to read at; <c>0</c> allows the server's cache. Null reads the newest state.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>How <see cref="ResourceVersion"/> is meant; needs one. Default: the server's own reading.</summary>
    public ResourceVersionMatch ResourceVersionMatch { get; init; }

    /// <summary>Longest time of the request with its retries; null leaves it to the transport (60 s).</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>
    /// Whether <c>metadata.managedFields</c>, often half of an object, may be left out of what is decoded: the server sends them all the same, and
    /// the client passes over them. Default false.
    /// </summary>
    public bool OmitManagedFields { get; init; }
}

/// <summary>How the resource version of a list is meant.</summary>
public enum ResourceVersionMatch
{
    /// <summary>As the server reads it: not older, but exact when there is a limit.</summary>
    Default,

    /// <summary>That version, or any newer one.</summary>
    NotOlderThan,

    /// <summary>Just that version; 410 when the server has forgotten it.</summary>
    Exact,
}

/// <summary>Choices of a watch request.</summary>
public sealed record WatchOptions
{
    /// <summary>Label selector: built from parts, or a string. Null chooses everything.</summary>
    public LabelSelector? LabelSelector { get; init; }

    /// <summary>Field selector: from the generated <c>XxxFields</c>, or a string. Null chooses everything.</summary>
    public FieldSelector? FieldSelector { get; init; }

    /// <summary>Resource version to go on from; null starts with the present state as <see cref="WatchEventType.Added"/> events.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>How long the server keeps the stream; null leaves it to the server. Whole seconds.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether the server sends bookmarks. Default true.</summary>
    public bool AllowBookmarks { get; init; } = true;

    /// <summary>
    /// Begin with the present state, as <see cref="WatchEventType.Added"/> events that end with a bookmark of which
    /// <see cref="WatchEvent{T}.IsInitialEventsEnd"/> is true; with <see cref="ResourceVersion"/>, a state that is not older. A streamed list: the
    /// server holds no copy of it. From Kubernetes 1.32 on (1.27 with a feature gate); older servers refuse or ignore it. Needs bookmarks.
    /// </summary>
    public bool SendInitialEvents { get; init; }

    /// <summary>
    /// Whether <c>metadata.managedFields</c>, often half of an object, may be left out of what is decoded: the server sends them all the same, and
    /// the client passes over them. Default false.
    /// </summary>
    public bool OmitManagedFields { get; init; }
}

/// <summary>Choices of a write request.</summary>
public sealed record WriteOptions
{
    /// <summary>Name under which the server records who owns which field; needed by server-side apply.</summary>
    public string? FieldManager { get; init; }

    /// <summary>Take over fields that another manager owns (server-side apply only).</summary>
    public bool Force { get; init; }

    /// <summary>Let the server check everything and store nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>What the server does with fields that the kind does not have, and with duplicates. Default: its own choice (Warn).</summary>
    public FieldValidation FieldValidation { get; init; }
}

/// <summary>What becomes of fields that a kind does not have. Servers before 1.25 know no such choice and drop them silently.</summary>
public enum FieldValidation
{
    /// <summary>The server's own choice.</summary>
    Default,

    /// <summary>Dropped silently.</summary>
    Ignore,

    /// <summary>Dropped, with a warning, which the transport logs.</summary>
    Warn,

    /// <summary>The request is refused with 400.</summary>
    Strict,
}

/// <summary>What becomes of the objects that the deleted one owns.</summary>
public enum PropagationPolicy
{
    /// <summary>The server's choice for the kind (background for custom resources and pods).</summary>
    Default,

    /// <summary>Deleted afterwards by the garbage collector.</summary>
    Background,

    /// <summary>Deleted first.</summary>
    Foreground,

    /// <summary>Left alone, without an owner.</summary>
    Orphan,
}

/// <summary>Choices of a delete request.</summary>
public sealed record DeleteOptions
{
    /// <summary>What becomes of owned objects.</summary>
    public PropagationPolicy Propagation { get; init; }

    /// <summary>Seconds that a pod is given to end; null keeps its own.</summary>
    public int? GracePeriodSeconds { get; init; }

    /// <summary>Delete only the object with this UID, so that a namesake made meanwhile survives.</summary>
    public string? Uid { get; init; }

    /// <summary>Delete only the object at this resource version; else 409.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>Let the server check everything and delete nothing.</summary>
    public bool DryRun { get; init; }
}
