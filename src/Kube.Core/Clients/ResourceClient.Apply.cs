using System.Buffers;
using System.Text.Json;

namespace Kube;

/// <summary>Server-side apply of twins: what is sent is what was set.</summary>
public sealed partial class ResourceClient<T>
{
    /// <summary>Server-side apply of just what is set: creates the object, or makes these members so, and owns them.</summary>
    /// <param name="resource">Name, and the members that the manager wants.</param>
    /// <param name="fieldManager">Name under which the server records who owns which field.</param>
    /// <param name="force">Take over fields that another manager owns, instead of failing with a conflict.</param>
    /// <param name="options">Dry run and field validation; null for none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<T> ApplyAsync(
        IApplyConfiguration<T> resource,
        string fieldManager,
        bool force = false,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default) =>
        ApplyAsync(resource, null, ApplyOptions(fieldManager, force, options), cancellationToken);

    /// <summary>Server-side apply of just what is set in the status.</summary>
    /// <param name="resource">Name, and the members of the status that the manager wants.</param>
    /// <param name="fieldManager">Name under which the server records who owns which field.</param>
    /// <param name="force">Take over fields that another manager owns, instead of failing with a conflict.</param>
    /// <param name="options">Dry run and field validation; null for none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<T> ApplyStatusAsync(
        IApplyConfiguration<T> resource,
        string fieldManager,
        bool force = false,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default) =>
        ApplyAsync(resource, Status, ApplyOptions(fieldManager, force, options), cancellationToken);

    private Task<T> ApplyAsync(IApplyConfiguration<T> resource, string? subresource, WriteOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            resource.WriteTo(writer);
        }

        var path = Path(resource.Metadata.NamespaceProperty, resource.Metadata.Name ?? "", subresource);
        return SendAsync(HttpMethod.Patch, path, RequestQuery.Of(options), buffer.WrittenMemory, MediaTypes.ApplyPatch, cancellationToken);
    }

    private static WriteOptions ApplyOptions(string fieldManager, bool force, WriteOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(fieldManager);
        return (options ?? new()) with { FieldManager = fieldManager, Force = force };
    }
}
