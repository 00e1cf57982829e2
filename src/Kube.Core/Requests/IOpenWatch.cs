namespace Kube;

/// <summary>A watch that is read event by event.</summary>
/// <typeparam name="T">Type of the objects.</typeparam>
public interface IOpenWatch<T> : IAsyncDisposable
    where T : class
{
    /// <summary>The next event; null when the server has ended the stream, which is normal. One call at a time.</summary>
    /// <exception cref="ApiException">An error event (410 for an expired resource version), or the stream broke or fell silent.</exception>
    ValueTask<WatchEvent<T>?> NextAsync(CancellationToken cancellationToken);
}

/// <summary>A watch that somebody enumerates. Cancellation is that of the enumeration.</summary>
internal sealed class EnumeratedWatch<T>(IAsyncEnumerator<WatchEvent<T>> events) : IOpenWatch<T>
    where T : class
{
    public async ValueTask<WatchEvent<T>?> NextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await events.MoveNextAsync().ConfigureAwait(false) ? events.Current : null;
    }

    public ValueTask DisposeAsync() => events.DisposeAsync();
}
