using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>One change: an object came (no former state), changed, or went (no new state).</summary>
/// <param name="Revision">The store's count of changes with this one.</param>
/// <param name="Key">Whose change it is.</param>
/// <param name="Before">The former state.</param>
/// <param name="After">The new state.</param>
internal sealed record StoreEvent(long Revision, StoreKey Key, JsonObject? Before, JsonObject? After);

/// <summary>Names an object.</summary>
internal readonly record struct StoreKey(string Resource, string Namespace, string Name)
{
    /// <summary>The order of lists.</summary>
    public string Order => $"{Namespace}/{Name}";

    public static StoreKey Of(ApiResource resource, JsonObject value) => new(
        resource.StorageKey, resource.IsNamespaced ? ObjectMeta.Namespace(value) : "", ObjectMeta.Name(value));
}
