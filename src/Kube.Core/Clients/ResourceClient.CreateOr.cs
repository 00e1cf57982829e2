using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube;

/// <summary>What became of an object.</summary>
public enum WriteOutcome
{
    /// <summary>It was as wanted already; nothing was written.</summary>
    Unchanged,

    /// <summary>It was made.</summary>
    Created,

    /// <summary>It was changed.</summary>
    Updated,
}

/// <summary>An object and what became of it.</summary>
/// <param name="Resource">The object as stored.</param>
/// <param name="Outcome">What became of it.</param>
public readonly record struct WriteResult<T>(T Resource, WriteOutcome Outcome);

/// <summary>Bringing objects about whether or not they exist.</summary>
public sealed partial class ResourceClient<T>
{
    /// <summary>
    /// Reads an object and changes it, or makes it when there is none. Only what changed is sent, and again when another writer came between;
    /// nothing is sent when nothing changed.
    /// </summary>
    /// <param name="resource">Names the object, and is what is made when there is none, after <paramref name="mutate"/>.</param>
    /// <param name="mutate">Brings the object, whether it exists or not, to the wanted form, in place; may run several times.</param>
    /// <param name="options">Write options.</param>
    /// <param name="cancellationToken">Cancels the whole.</param>
    public async Task<WriteResult<T>> CreateOrUpdateAsync(
        T resource, Action<T> mutate, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mutate);
        var key = Type.KeyOf(resource);
        while (true)
        {
            try
            {
                string? before = null;
                var updated = await UpdateAsync(key.Name, NamespaceOf(key), Change, options, cancellationToken).ConfigureAwait(false);
                return new(updated, updated.Metadata.ResourceVersion == before ? WriteOutcome.Unchanged : WriteOutcome.Updated);

                void Change(T latest)
                {
                    before = latest.Metadata.ResourceVersion;
                    mutate(latest);
                }
            }
            catch (ApiException e) when (e.IsNotFound)
            {
                mutate(resource);
            }

            try
            {
                return new(await CreateAsync(resource, options, cancellationToken).ConfigureAwait(false), WriteOutcome.Created);
            }
            catch (ApiException e) when (e.IsAlreadyExists)
            {
                // Somebody was faster: the object is there to be changed.
            }
        }
    }

    /// <summary>
    /// Server-side apply, unless the cache shows that everything wanted is so already: a controller at rest sends nothing. Members that only the
    /// server or others set do not count as a difference.
    /// </summary>
    /// <param name="wanted">The members that the manager wants; whatever is null is not claimed.</param>
    /// <param name="observed">The object as the cache shows it; null when it shows none.</param>
    /// <param name="options">Names the field manager (required) and whether conflicts are forced.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">No field manager is named.</exception>
    public async Task<WriteResult<T>> CreateOrApplyAsync(T wanted, T? observed, WriteOptions options, CancellationToken cancellationToken = default)
    {
        if (observed is not null && IsPartOf(JsonSerializer.SerializeToNode(wanted, Type.Json), JsonSerializer.SerializeToNode(observed, Type.Json)))
        {
            return new(observed, WriteOutcome.Unchanged);
        }

        var applied = await ApplyAsync(wanted, options, cancellationToken).ConfigureAwait(false);
        return new(applied, observed is null ? WriteOutcome.Created
            : applied.Metadata.ResourceVersion == observed.Metadata.ResourceVersion ? WriteOutcome.Unchanged : WriteOutcome.Updated);
    }

    // Lists are compared item by item: the order matters, and what the server added to an item does not.
    private static bool IsPartOf(JsonNode? wanted, JsonNode? observed) => (wanted, observed) switch
    {
        (JsonObject w, JsonObject o) => w.All(member => IsPartOf(member.Value, o[member.Key])),
        (JsonArray w, JsonArray o) => w.Count == o.Count && w.Index().All(item => IsPartOf(item.Item, o[item.Index])),
        (JsonObject { Count: 0 } or JsonArray { Count: 0 }, null) => true,
        _ => JsonNode.DeepEquals(wanted, observed),
    };
}
