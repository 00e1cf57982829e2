using System.Text.Json;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;

namespace Kube;

/// <summary>
/// All verbs of one resource. Generated clients are built on it; for a built-in kind use it directly:
/// <c>new ResourceClient&lt;V1Pod&gt;(transport, BuiltInResources.Pods)</c>.
/// </summary>
/// <typeparam name="T">Type of the objects.</typeparam>
/// <param name="transport">Sends the requests.</param>
/// <param name="type">The resource.</param>
/// <remarks>Every method throws <see cref="ApiException"/> when the server refuses or cannot be reached.</remarks>
public sealed partial class ResourceClient<T>(IApiTransport transport, ResourceType<T> type)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private const string Status = "status";

    /// <summary>The resource that this client serves.</summary>
    public ResourceType<T> Type { get; } = type;

    /// <summary>Reads one object.</summary>
    public Task<T> GetAsync(string name, string? @namespace, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Get, Path(@namespace, name), "", default, MediaTypes.Json, cancellationToken);

    /// <summary>Reads one object by way of the status subresource: for those who may read nothing else of it.</summary>
    public Task<T> GetStatusAsync(string name, string? @namespace, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Get, Path(@namespace, name, Status), "", default, MediaTypes.Json, cancellationToken);

    /// <summary>Reads a collection; a null namespace reads all namespaces.</summary>
    public Task<ResourceList<T>> ListAsync(string? @namespace, ListOptions? options = null, CancellationToken cancellationToken = default) =>
        transport.ListAsync(
            Request(HttpMethod.Get, Path(@namespace), RequestQuery.Of(options)) with
            {
                Deadline = options?.Deadline,
                OmitManagedFields = options?.OmitManagedFields ?? false,
            },
            Type.Json,
            cancellationToken);

    /// <summary>Watches a collection; a null namespace watches all namespaces. The stream ends when the server ends it.</summary>
    public IAsyncEnumerable<WatchEvent<T>> WatchAsync(
        string? @namespace, WatchOptions? options = null, CancellationToken cancellationToken = default) =>
        transport.WatchAsync(WatchRequest(@namespace, options), Type.Json, cancellationToken);

    /// <summary>As <see cref="WatchAsync"/>, but returns when the server has accepted the watch. Dispose it to end the request.</summary>
    public Task<IOpenWatch<T>> OpenWatchAsync(
        string? @namespace, WatchOptions? options = null, CancellationToken cancellationToken = default) =>
        transport.OpenWatchAsync(WatchRequest(@namespace, options), Type.Json, cancellationToken);

    /// <summary>Creates an object in the namespace of its metadata; returns it as stored.</summary>
    /// <exception cref="ArgumentException">The kind is namespaced and the object names no namespace.</exception>
    public Task<T> CreateAsync(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        transport.SendAsync(CreateRequest(resource, options), Type.Json, cancellationToken);

    /// <summary>
    /// Creates an object as <see cref="CreateAsync"/> does, and has only its metadata sent back, without <c>managedFields</c>: for those who write
    /// many objects and need no more than the name or the UID that the server gave them.
    /// </summary>
    /// <exception cref="ArgumentException">The kind is namespaced and the object names no namespace.</exception>
    public Task<PartialObjectMetadata> CreateForMetadataAsync(
        T resource, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        transport.SendAsync(
            CreateRequest(resource, options) with { OmitManagedFields = true },
            KubeJson.TypeInfo<PartialObjectMetadata>(KubeUntypedJsonContext.Default),
            cancellationToken);

    /// <summary>
    /// Replaces the whole object. Fields that <typeparamref name="T"/> does not know are lost: after a read use
    /// <see cref="UpdateAsync(string, string?, Action{T}, WriteOptions?, CancellationToken)"/>, which keeps them.
    /// </summary>
    public Task<T> ReplaceAsync(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        ReplaceAsync(resource, null, options, cancellationToken);

    /// <summary>Replaces the status, by way of the status subresource; everything else in the object is ignored by the server.</summary>
    public Task<T> ReplaceStatusAsync(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        ReplaceAsync(resource, Status, options, cancellationToken);

    /// <summary>Patches an object.</summary>
    public Task<T> PatchAsync(
        string name, string? @namespace, Patch patch, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        PatchAsync(name, @namespace, null, patch, options, cancellationToken);

    /// <summary>Patches the status, by way of the status subresource.</summary>
    public Task<T> PatchStatusAsync(
        string name, string? @namespace, Patch patch, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        PatchAsync(name, @namespace, Status, patch, options, cancellationToken);

    /// <summary>Server-side apply: creates the object, or makes the fields that it sets so, and owns them.</summary>
    /// <param name="resource">The fields that the manager wants; whatever is null is not claimed.</param>
    /// <param name="options">Names the field manager (required) and whether conflicts are forced.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">No field manager is named.</exception>
    public Task<T> ApplyAsync(T resource, WriteOptions options, CancellationToken cancellationToken = default) =>
        ApplyAsync(resource, null, options, cancellationToken);

    /// <summary>Server-side apply of the status subresource.</summary>
    /// <exception cref="ArgumentException">No field manager is named.</exception>
    public Task<T> ApplyStatusAsync(T resource, WriteOptions options, CancellationToken cancellationToken = default) =>
        ApplyAsync(resource, Status, options, cancellationToken);

    /// <summary>Deletes an object. An object that waits for finalizers, or a pod that ends gracefully, is gone only later.</summary>
    public async Task DeleteAsync(
        string name, string? @namespace, DeleteOptions? options = null, CancellationToken cancellationToken = default)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(DeleteBody.Of(options ?? new()), KubeJson.TypeInfo<V1DeleteOptions>(KubeJsonContext.Default));
        var request = Request(HttpMethod.Delete, Path(@namespace, name), "") with { Body = body };

        // The answer is the object or a Status, as the kind pleases; only its success matters.
        await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Reads an object, lets <paramref name="mutate"/> change it, and sends only what changed, as a JSON patch that fails if the object was
    /// written meanwhile; then it starts again after a pause, until no other writer comes between. Fields that <typeparamref name="T"/> does not know keep their values.
    /// </summary>
    /// <param name="name">Name of the object.</param>
    /// <param name="namespace">Its namespace; null for cluster-scoped kinds.</param>
    /// <param name="mutate">Changes the object in place; may run several times.</param>
    /// <param name="options">Write options.</param>
    /// <param name="cancellationToken">Cancels the whole.</param>
    /// <returns>The object as stored; as read when nothing changed.</returns>
    public Task<T> UpdateAsync(
        string name, string? @namespace, Action<T> mutate, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        UpdateAsync(name, @namespace, null, mutate, options, cancellationToken);

    /// <summary>As <see cref="UpdateAsync(string, string?, Action{T}, WriteOptions?, CancellationToken)"/>, for the status subresource.</summary>
    public Task<T> UpdateStatusAsync(
        string name, string? @namespace, Action<T> mutate, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        UpdateAsync(name, @namespace, Status, mutate, options, cancellationToken);

    private Task<T> UpdateAsync(
        string name, string? @namespace, string? subresource, Action<T> mutate, WriteOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mutate);
        return ConflictRetry.RunAsync(TryAsync, cancellationToken);

        async Task<T?> TryAsync()
        {
            var resource = await GetAsync(name, @namespace, cancellationToken).ConfigureAwait(false);
            return await TryUpdateAsync(resource, subresource, mutate, options, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Changes an object that was just read; null when another writer was faster.</summary>
    private async Task<T?> TryUpdateAsync(
        T resource, string? subresource, Action<T> mutate, WriteOptions? options, CancellationToken cancellationToken)
    {
        var key = Type.KeyOf(resource);
        var (name, @namespace) = (key.Name, NamespaceOf(key));
        var before = JsonSerializer.SerializeToNode(resource, Type.Json)!.AsObject();
        mutate(resource);
        var after = JsonSerializer.SerializeToNode(resource, Type.Json)!.AsObject();
        var operations = JsonPatchDiff.Between(before, after);
        if (operations.Count == 0)
        {
            return resource;
        }

        operations.Insert(0, JsonPatchDiff.Test("/metadata/resourceVersion", before["metadata"]?["resourceVersion"]));
        try
        {
            return await PatchAsync(name, @namespace, subresource, Patch.Json(operations), options, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.IsConflict || e.IsInvalid)
        {
            // A failed test operation is answered 422, as is a patch that breaks a validation rule: only a newer version tells them apart.
            if (!await WasWrittenAsync(name, @namespace, before, cancellationToken).ConfigureAwait(false))
            {
                throw;
            }

            return null;
        }
    }

    private async Task<bool> WasWrittenAsync(string name, string? @namespace, JsonObject read, CancellationToken cancellationToken)
    {
        var now = await GetAsync(name, @namespace, cancellationToken).ConfigureAwait(false);
        return now.Metadata?.ResourceVersion != (string?)read["metadata"]?["resourceVersion"];
    }

    private Task<T> ReplaceAsync(T resource, string? subresource, WriteOptions? options, CancellationToken cancellationToken)
    {
        var key = Type.KeyOf(resource);
        var path = Path(NamespaceOf(key), key.Name, subresource);
        return SendAsync(HttpMethod.Put, path, RequestQuery.Of(options), ObjectBody.Of(resource, Type), MediaTypes.Json, cancellationToken);
    }

    private Task<T> PatchAsync(
        string name, string? @namespace, string? subresource, Patch patch, WriteOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(patch);
        return SendAsync(
            HttpMethod.Patch, Path(@namespace, name, subresource), RequestQuery.Of(options), patch.Body, patch.ContentType, cancellationToken);
    }

    private Task<T> ApplyAsync(T resource, string? subresource, WriteOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (string.IsNullOrEmpty(options.FieldManager))
        {
            throw new ArgumentException("Server-side apply needs a field manager: set WriteOptions.FieldManager.", nameof(options));
        }

        var key = Type.KeyOf(resource);
        var body = ObjectBody.ForApply(resource, Type);
        var path = Path(NamespaceOf(key), key.Name, subresource);
        return SendAsync(HttpMethod.Patch, path, RequestQuery.Of(options), body, MediaTypes.ApplyPatch, cancellationToken);
    }

    private Task<T> SendAsync(
        HttpMethod method, string path, string query, ReadOnlyMemory<byte> body, string contentType, CancellationToken cancellationToken) =>
        transport.SendAsync(Request(method, path, query) with { Body = body, ContentType = contentType }, Type.Json, cancellationToken);

    private ApiRequest CreateRequest(T resource, WriteOptions? options)
    {
        var key = Type.KeyOf(resource);
        if (Type.Definition.IsNamespaced && key.Namespace.Length == 0)
        {
            throw new ArgumentException($"{Type.Definition.Kind} is namespaced: set metadata.namespace of '{key}'.", nameof(resource));
        }

        return Request(HttpMethod.Post, Path(NamespaceOf(key)), RequestQuery.Of(options)) with { Body = ObjectBody.Of(resource, Type) };
    }

    private ApiRequest WatchRequest(string? @namespace, WatchOptions? options) =>
        Request(HttpMethod.Get, Path(@namespace), RequestQuery.Of(options)) with { OmitManagedFields = options?.OmitManagedFields ?? false };

    private ApiRequest Request(HttpMethod method, string path, string query) =>
        new(method, path) { Query = query, Resource = Type.Definition };

    private string Path(string? @namespace, string? name = null, string? subresource = null) =>
        Type.Definition.PathOf(@namespace, name, subresource);

    private static string? NamespaceOf(ObjectKey key) => key.Namespace.Length == 0 ? null : key.Namespace;
}
