using System.Globalization;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;

namespace Kube.Runtime.Controllers;

/// <summary>
/// Keeps objects from going before something outside of the cluster is cleaned up. Each write is a JSON patch that tests what it was computed from,
/// so that finalizers of others, written meanwhile, are never lost.
/// </summary>
/// <typeparam name="T">Type of the objects.</typeparam>
/// <param name="client">Writes the objects.</param>
/// <param name="name">Name of the finalizer, such as <c>example.com/bucket</c>: a domain and a word, or the server refuses it.</param>
public sealed class Finalizer<T>(ResourceClient<T> client, string name)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private const string Path = "/metadata/finalizers";

    /// <summary>Whether an object carries the finalizer.</summary>
    public bool IsOn(T resource) => resource?.Metadata?.Finalizers?.Contains(name) == true;

    /// <summary>
    /// The whole life of an object with a finalizer. Without it, the finalizer is added first, and nothing else happens: the change wakes the
    /// controller again. With it, <paramref name="apply"/> runs until the deletion begins; then <paramref name="cleanUp"/> runs until it is
    /// <see cref="ReconcileResult.Done"/>, and the finalizer goes.
    /// </summary>
    /// <param name="resource">The object as the cache shows it.</param>
    /// <param name="apply">Brings the world nearer to what the object asks for.</param>
    /// <param name="cleanUp">Removes what the object's end leaves behind; may run several times.</param>
    /// <param name="cancellationToken">Cancels the whole.</param>
    public async Task<ReconcileResult> ReconcileAsync(
        T resource,
        Func<T, CancellationToken, Task<ReconcileResult>> apply,
        Func<T, CancellationToken, Task<ReconcileResult>> cleanUp,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(apply);
        ArgumentNullException.ThrowIfNull(cleanUp);
        switch (resource.Metadata.DeletionTimestamp is not null, IsOn(resource))
        {
            case (false, false):
                await AddAsync(resource, cancellationToken).ConfigureAwait(false);
                return ReconcileResult.Done;
            case (false, true):
                return await apply(resource, cancellationToken).ConfigureAwait(false);
            case (true, true):
                var cleaned = await cleanUp(resource, cancellationToken).ConfigureAwait(false);
                if (cleaned == ReconcileResult.Done)
                {
                    await RemoveAsync(resource, cancellationToken).ConfigureAwait(false);
                }

                return cleaned;
            default:
                // Others' finalizers keep it; there is nothing of ours left.
                return ReconcileResult.Done;
        }
    }

    /// <summary>Adds the finalizer, unless it is there, the object is gone, or its deletion has begun: the server allows no new ones then.</summary>
    /// <returns>The object as stored; null when it is gone.</returns>
    public Task<T?> AddAsync(T resource, CancellationToken cancellationToken = default) =>
        ChangeAsync(resource, current => current.Metadata.DeletionTimestamp is null && !IsOn(current), Addition, cancellationToken);

    /// <summary>Removes the finalizer, unless it is not there or the object is gone. If it was the last, the object goes.</summary>
    /// <returns>The object as stored; null when it is gone.</returns>
    public Task<T?> RemoveAsync(T resource, CancellationToken cancellationToken = default) => ChangeAsync(resource, IsOn, Removal, cancellationToken);

    private async Task<T?> ChangeAsync(T resource, Func<T, bool> isNeeded, Func<T, JsonArray> patch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var (@namespace, uid) = (resource.Metadata.NamespaceProperty, resource.Metadata.Uid);
        var current = resource;
        while (isNeeded(current))
        {
            try
            {
                return await client.PatchAsync(current.Metadata.Name, @namespace, Patch.Json(patch(current)), cancellationToken: cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException e) when (e.IsNotFound)
            {
                return null;
            }
            catch (ApiException e) when (e.IsInvalid || e.IsConflict)
            {
                // A failed test is answered 422, as is a finalizer that the server does not allow: only a newer version tells them apart.
                var newer = await client.FindAsync(resource.Metadata.Name, @namespace, cancellationToken).ConfigureAwait(false);
                if (newer is null || newer.Metadata.Uid != uid)
                {
                    return null;
                }

                if (newer.Metadata.ResourceVersion == current.Metadata.ResourceVersion)
                {
                    throw;
                }

                current = newer;
            }
        }

        return current;
    }

    private JsonArray Addition(T current) => current.Metadata.Finalizers is { Count: > 0 } present
        ? [Test("/metadata/uid", current.Metadata.Uid), Test(Path, ListOf(present)), Operation("add", Path + "/-", name)]
        : [Test("/metadata/uid", current.Metadata.Uid), Test("/metadata/resourceVersion", current.Metadata.ResourceVersion), Operation("add", Path, new JsonArray(name))];

    private JsonArray Removal(T current)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{Path}/{current.Metadata.Finalizers.IndexOf(name)}");
        return [Test("/metadata/uid", current.Metadata.Uid), Test(place, name), new JsonObject { ["op"] = "remove", ["path"] = place }];
    }

    private static JsonArray ListOf(IEnumerable<string> finalizers) => [.. finalizers.Select(one => (JsonNode)one)];

    private static JsonObject Test(string path, JsonNode? value) => Operation("test", path, value);

    private static JsonObject Operation(string op, string path, JsonNode? value) => new() { ["op"] = op, ["path"] = path, ["value"] = value };
}
