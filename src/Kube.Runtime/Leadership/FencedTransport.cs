using System.Text.Json.Serialization.Metadata;

namespace Kube.Runtime.Leadership;

/// <summary>A transport whose writes pass a fence: reads always go through, writes only while this process leads.</summary>
/// <param name="inner">Sends the requests.</param>
/// <param name="fence">Asked before each attempt at a write.</param>
public sealed class FencedTransport(IApiTransport inner, WriteFence fence) : IApiTransport
{
    /// <inheritdoc/>
    public string DefaultNamespace => inner.DefaultNamespace;

    /// <inheritdoc/>
    /// <exception cref="LeadershipLostException">The request writes, and this process does not lead.</exception>
    public async Task<T> SendAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(request);
        if (IsRead(request))
        {
            return await inner.SendAsync(request, type, cancellationToken).ConfigureAwait(false);
        }

        using var passage = fence.Enter();
        return await inner.SendAsync(Fenced(request), type, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="LeadershipLostException">The request writes, and this process does not lead.</exception>
    public async Task SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (IsRead(request))
        {
            await inner.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return;
        }

        using var passage = fence.Enter();
        await inner.SendAsync(Fenced(request), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<ResourceList<T>> ListAsync<T>(ApiRequest request, JsonTypeInfo<T> itemType, CancellationToken cancellationToken)
        where T : class => inner.ListAsync(request, itemType, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => inner.WatchAsync(request, type, cancellationToken);

    /// <inheritdoc/>
    public Task<IOpenWatch<T>> OpenWatchAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => inner.OpenWatchAsync(request, type, cancellationToken);

    private static bool IsRead(ApiRequest request) => request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;

    private ApiRequest Fenced(ApiRequest request) => request with { BeforeSend = fence.ThrowIfClosed };
}
