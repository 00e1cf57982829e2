using System.Text.Json.Serialization.Metadata;

namespace Kube.Runtime.Tests.Laws;

/// <summary>Counts what an informer asks for.</summary>
internal sealed class CountingTransport(IApiTransport inner) : IApiTransport
{
    private int _lists;
    private int _watches;

    public int Lists => Volatile.Read(ref _lists);

    public int Watches => Volatile.Read(ref _watches);

    public Task<T> SendAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => inner.SendAsync(request, type, cancellationToken);

    public Task SendAsync(ApiRequest request, CancellationToken cancellationToken) => inner.SendAsync(request, cancellationToken);

    public Task<ResourceList<T>> ListAsync<T>(ApiRequest request, JsonTypeInfo<T> itemType, CancellationToken cancellationToken)
        where T : class
    {
        Interlocked.Increment(ref _lists);
        return inner.ListAsync(request, itemType, cancellationToken);
    }

    // The default of OpenWatchAsync leads here: a transport that knows nothing of it must do as well.
    public IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        Interlocked.Increment(ref _watches);
        return inner.WatchAsync(request, type, cancellationToken);
    }
}
