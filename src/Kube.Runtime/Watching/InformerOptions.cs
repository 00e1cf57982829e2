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

    /// <summary>Most items of one page of the first list. Default 500.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>
    /// Shortest time that one watch request is asked to last; each lasts a random time between this and twice this, so that the watches of many
    /// clients do not all end together. Default 5 minutes.
    /// </summary>
    public TimeSpan MinimumWatchTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Delays after failures. Default 0.8 s, doubled to 30 s, jittered.</summary>
    public BackoffOptions Backoff { get; init; } = new();
}
