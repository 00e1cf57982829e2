using k8s;

namespace Kube.Runtime.Client.Http;

/// <summary>In which form the server sends objects: as they are, or their metadata alone.</summary>
internal static class Representation
{
    /// <summary>
    /// A request that asks for what the type can hold. Servers that cannot send metadata alone, as some aggregated ones, send the whole.
    /// </summary>
    public static ApiRequest For<T>(ApiRequest request, bool isList = false) => typeof(T) == typeof(PartialObjectMetadata)
        ? request with { Accept = $"{MediaTypes.Json};as={nameof(PartialObjectMetadata)}{(isList ? "List" : "")};g=meta.k8s.io;v=v1,{MediaTypes.Json}" }
        : request;

    /// <summary>
    /// Names an object as what it is: metadata come under the name of their representation, and items of lists of built-in kinds carry none; owner
    /// references and events made from them need both.
    /// </summary>
    public static T Named<T>(T item, ResourceDefinition? resource)
    {
        if (item is IKubernetesObject named && resource is not null)
        {
            var isPartial = item is PartialObjectMetadata;
            named.ApiVersion = isPartial ? resource.ApiVersion : named.ApiVersion ?? resource.ApiVersion;
            named.Kind = isPartial ? resource.Kind : named.Kind ?? resource.Kind;
        }

        return item;
    }
}
