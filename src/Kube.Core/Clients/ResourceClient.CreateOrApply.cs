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

/// <summary>Server-side apply that sends nothing when nothing differs.</summary>
public sealed partial class ResourceClient<T>
{
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
