namespace Kube.Runtime.Watching;

/// <summary>What a controller or a health check needs to know of an informer, whatever its type.</summary>
public interface IInformer
{
    /// <summary>The resource that is watched.</summary>
    ResourceDefinition Resource { get; }

    /// <summary>Whether the cache held the whole state at least once.</summary>
    bool HasSynced { get; }

    /// <summary>Why the server is not followed at present; null when it is.</summary>
    WatchFailure? Failure { get; }

    /// <summary>Completes when the cache holds the whole state for the first time and all handlers know it.</summary>
    Task WaitForSyncAsync(CancellationToken cancellationToken);
}
