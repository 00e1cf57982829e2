using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using k8s.Models;

namespace Ray.Api.V1Alpha1.Conversion;

/// <summary>Objects of Kubernetes inside a cluster.</summary>
internal static class EmbeddedJson
{
    /// <summary>Reads an object.</summary>
    /// <exception cref="JsonException">It is none of that type; the message begins with the path.</exception>
    public static T? Read<T>(JsonObject? json, string path, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return json?.Deserialize(type);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new JsonException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Metadata with the members that v1's schema has; the server would drop the others.</summary>
    public static V1ObjectMeta? MetadataOf(V1ObjectMeta? metadata, bool withNamespace) => metadata is null
        ? null
        : new()
        {
            Name = metadata.Name,
            NamespaceProperty = withNamespace ? metadata.NamespaceProperty : null,
            Labels = metadata.Labels,
            Annotations = metadata.Annotations,
            Finalizers = metadata.Finalizers,
        };
}
