using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using k8s;

namespace Kube.Runtime.Client.Decoding;

/// <summary>Reads one object, or says why it cannot be read.</summary>
internal static class ObjectDecoder
{
    /// <exception cref="JsonException">Not even JSON.</exception>
    public static T? TryDecode<T>(ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type, ResourceDefinition? resource, out UndecodableObject? undecodable)
        where T : class
    {
        undecodable = null;
        try
        {
            var item = JsonSerializer.Deserialize(utf8, type) ?? throw new JsonException("The object is null.");
            Complete(item, resource);
            return item;
        }
        catch (Exception e) when (BadData.Is(e))
        {
            undecodable = ObjectMetadata.Peek(utf8).Undecodable(BadData.Describe(e));
            return null;
        }
    }

    // Items of lists of built-in kinds carry no apiVersion and kind; owner references and events made from them need both.
    private static void Complete<T>(T item, ResourceDefinition? resource)
    {
        if (item is IKubernetesObject named && resource is not null)
        {
            named.ApiVersion ??= resource.ApiVersion;
            named.Kind ??= resource.Kind;
        }
    }
}
