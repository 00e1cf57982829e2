namespace Ray.Api.V1;

/// <summary>Collection of logs and events for the history server.</summary>
public sealed record HistoryServerOptions
{
    /// <summary>Settings of the collector container that is added to every pod.</summary>
    public CollectorOptions? CollectorOptions { get; set; }
}
