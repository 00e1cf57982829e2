namespace Kube.Runtime.Watching;

/// <summary>What an informer watches, and how patient it is.</summary>
public sealed record InformerOptions
{
    /// <summary>Namespace to watch; null for all.</summary>
    public string? Namespace { get; init; }

    /// <summary>Label selector; null for all objects.</summary>
    public LabelSelector? LabelSelector { get; init; }

    /// <summary>Field selector; null for all objects.</summary>
    public FieldSelector? FieldSelector { get; init; }

    /// <summary>
    /// Whether the cache holds objects without their <c>metadata.managedFields</c>, often half of an object; they are not even decoded. Default
    /// true: few controllers have a use for them.
    /// </summary>
    public bool OmitManagedFields { get; init; } = true;

    /// <summary>
    /// Whether lists are streamed as the first events of the watch, which saves the server the memory of the list. Servers that do not know
    /// that (before Kubernetes 1.32) refuse, and are asked for pages from then on. Default true, as in client-go.
    /// </summary>
    public bool StreamsLists { get; init; } = true;

    /// <summary>Most items of one page of a list that is not streamed. Default 500.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>
    /// Shortest time that one watch request is asked to last; each lasts a random time between this and twice this, so that the watches of many
    /// clients do not all end together. Default 5 minutes.
    /// </summary>
    public TimeSpan MinimumWatchTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest time of one page of a list, with its retries; null leaves it to the transport (60 s).</summary>
    public TimeSpan? ListDeadline { get; init; }

    /// <summary>
    /// How often handlers are told of every object again (<see cref="IResourceHandler{T}.OnUpdated"/> with the same object twice), give or
    /// take a tenth; null for never. A remedy for what is outside of the cluster and tells of no changes. Default 10 hours, as in
    /// controller-runtime.
    /// </summary>
    public TimeSpan? ResyncInterval { get; init; } = TimeSpan.FromHours(10);

    /// <summary>Delays after failures. Default 0.8 s, doubled to 30 s, jittered.</summary>
    public BackoffOptions Backoff { get; init; } = new();
}
