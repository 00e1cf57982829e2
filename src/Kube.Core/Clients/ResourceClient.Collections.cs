using System.Runtime.CompilerServices;
using System.Text.Json;
using k8s.Models;

namespace Kube;

/// <summary>Verbs on whole collections.</summary>
public sealed partial class ResourceClient<T>
{
    /// <summary>
    /// Reads all objects, page by page while they are enumerated; those that cannot be read as <typeparamref name="T"/> are left out.
    /// </summary>
    /// <remarks>
    /// The pages are one snapshot as long as the server remembers it (5 minutes, usually). An enumeration that takes longer goes on with the
    /// newest state from where it stands: every object is met at most once, but later pages may be newer than earlier ones.
    /// </remarks>
    /// <param name="namespace">Namespace; null reads all namespaces.</param>
    /// <param name="options">Selectors and page size; the page size is 500 when none is set.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public async IAsyncEnumerable<T> ListAllAsync(
        string? @namespace, ListOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var next = (options ?? new ListOptions()) with { Limit = options?.Limit ?? 500 };
        while (true)
        {
            var page = await PageAsync(@namespace, next, cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            if (page.Continue.Length == 0)
            {
                yield break;
            }

            // The token says which version it belongs to; the server refuses a second statement.
            next = next with { Continue = page.Continue, ResourceVersion = null, ResourceVersionMatch = ResourceVersionMatch.Default };
        }
    }

    private async Task<ResourceList<T>> PageAsync(string? @namespace, ListOptions page, CancellationToken cancellationToken)
    {
        try
        {
            return await ListAsync(@namespace, page, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.IsExpired && !string.IsNullOrEmpty(page.Continue) && e.Continue.Length > 0)
        {
            return await ListAsync(@namespace, page with { Continue = e.Continue }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Lists, then watches, for as long as the enumeration lasts: goes on at the last version when the server ends a watch or the connection
    /// breaks, and lists anew when the server has forgotten that version (410). What changed in between is told then, deletions
    /// included, so that a reader who applies every event has the server's state, sooner or later. The first list ends with a bookmark
    /// of which <see cref="WatchEvent{T}.IsInitialEventsEnd"/> is true.
    /// </summary>
    /// <remarks>
    /// Keeps the last state of every object, to tell of deletions. Refusals that waiting does not mend (no permission, no such kind) are
    /// thrown; everything else is tried again, after pauses that grow from a second to half a minute.
    /// </remarks>
    /// <param name="namespace">Namespace; null follows all namespaces.</param>
    /// <param name="options">
    /// Selectors; with a resource version nothing is listed at first, and deletions of objects that were never met cannot be told.
    /// </param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public IAsyncEnumerable<WatchEvent<T>> FollowAsync(
        string? @namespace, WatchOptions? options = null, CancellationToken cancellationToken = default) =>
        new ResourceFollower<T>(this, @namespace, options ?? new()).RunAsync(cancellationToken);

    /// <summary>Deletes all objects of a namespace, or those that the selectors choose.</summary>
    /// <param name="namespace">Namespace; null for cluster-scoped kinds. No call deletes in all namespaces.</param>
    /// <param name="selection">Selectors; null deletes all.</param>
    /// <param name="options">What becomes of owned objects; null for the server's defaults.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">The kind is namespaced and no namespace is named.</exception>
    public async Task DeleteCollectionAsync(
        string? @namespace, ListOptions? selection = null, DeleteOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (Type.Definition.IsNamespaced && string.IsNullOrEmpty(@namespace))
        {
            throw new ArgumentException($"{Type.Definition.Kind} is namespaced: name the namespace to delete in.", nameof(@namespace));
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(DeleteBody.Of(options ?? new()), KubeJson.TypeInfo<V1DeleteOptions>(KubeJsonContext.Default));
        var request = Request(HttpMethod.Delete, Path(@namespace), RequestQuery.Of(selection)) with { Body = body };
        await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
