using System.Text.Json.Serialization.Metadata;

namespace Kube;

/// <summary>
/// Sends <see cref="ApiRequest"/> values to one API server. The package Kube.Runtime has the implementation; clients and caches know only
/// this interface.
/// </summary>
public interface IApiTransport
{
    /// <summary>Namespace that clients use when a call names none: that of the kubeconfig's context or of the pod.</summary>
    string DefaultNamespace => "default";

    /// <summary>Sends a request and reads one object.</summary>
    /// <exception cref="ApiException">The server refused, could not be reached, or answered something that is not the object.</exception>
    Task<T> SendAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Sends a request whose answer does not matter beyond its success.</summary>
    /// <exception cref="ApiException">The server refused or could not be reached.</exception>
    Task SendAsync(ApiRequest request, CancellationToken cancellationToken);

    /// <summary>Sends a list request. Items that cannot be read as <typeparamref name="T"/> are set apart; they never spoil the others.</summary>
    /// <exception cref="ApiException">The server refused or could not be reached.</exception>
    Task<ResourceList<T>> ListAsync<T>(ApiRequest request, JsonTypeInfo<T> itemType, CancellationToken cancellationToken)
        where T : class;

    /// <summary>
    /// Sends a watch request and yields its events until the server ends the stream, which is normal. Nothing is sent before the first
    /// enumeration; leaving the enumeration closes the request.
    /// </summary>
    /// <exception cref="ApiException">The server refused, sent an error event (410 for an expired resource version), or the stream broke.</exception>
    IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class;

    /// <summary>
    /// As <see cref="WatchAsync{T}"/>, for those who must know when the server has accepted the watch, which may be long before its first
    /// event. A transport that does not implement this knows it with the first event only.
    /// </summary>
    /// <returns>The open stream; disposing it closes the request.</returns>
    /// <exception cref="ApiException">The server refused or could not be reached.</exception>
    Task<IOpenWatch<T>> OpenWatchAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        Task.FromResult<IOpenWatch<T>>(new EnumeratedWatch<T>(WatchAsync(request, type, cancellationToken).GetAsyncEnumerator(cancellationToken)));
}
