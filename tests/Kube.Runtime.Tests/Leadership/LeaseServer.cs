using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using k8s.Models;

namespace Kube.Runtime.Tests.Leadership;

/// <summary>A server of one Lease, in memory: creates it once, and replaces it only at the resource version that the writer read.</summary>
internal sealed class LeaseServer : IApiTransport
{
    private readonly Lock _lock = new();
    private string? _stored;
    private int _version;

    /// <summary>What the server does before it answers: throws, or waits. Default nothing.</summary>
    public Func<ApiRequest, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Writes that were stored, by holder.</summary>
    public List<string> Holders { get; } = [];

    public V1Lease? Lease => _stored is { } json ? JsonSerializer.Deserialize(json, BuiltInResources.Leases.Json) : null;

    /// <summary>Changes the Lease as somebody else would.</summary>
    public void Set(Func<V1Lease, V1Lease> change) => Store(change(Lease!));

    /// <summary>Deletes it.</summary>
    public void Delete() => _stored = null;

    public async Task<T> SendAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        await Before(request, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var present = Lease;
            if (request.Method != HttpMethod.Post && present is null)
            {
                throw new ApiException(HttpStatusCode.NotFound, "NotFound", "no such lease");
            }

            if (request.Method != HttpMethod.Get)
            {
                var sent = JsonSerializer.Deserialize(request.Body.Span, BuiltInResources.Leases.Json)!;
                if (present is not null && (request.Method == HttpMethod.Post || sent.Metadata.ResourceVersion != present.Metadata.ResourceVersion))
                {
                    throw new ApiException(HttpStatusCode.Conflict, request.Method == HttpMethod.Post ? "AlreadyExists" : "Conflict", "somebody was faster");
                }

                Store(sent);
            }

            return JsonSerializer.Deserialize(_stored!, type)!;
        }
    }

    public Task SendAsync(ApiRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ResourceList<T>> ListAsync<T>(ApiRequest request, JsonTypeInfo<T> itemType, CancellationToken cancellationToken)
        where T : class => throw new NotSupportedException();

    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(ApiRequest request, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        await Task.CompletedTask;
        yield break;
    }

    private void Store(V1Lease lease)
    {
        lock (_lock)
        {
            lease.Metadata.ResourceVersion = $"{++_version}";
            _stored = JsonSerializer.Serialize(lease, BuiltInResources.Leases.Json);
            Holders.Add(lease.Spec.HolderIdentity ?? "");
        }
    }
}
