using k8s;
using k8s.Models;

namespace Kube;

/// <summary>
/// An object of any kind of which only the metadata matters. The server sends nothing else, which spares most of the memory of a list or cache:
/// <c>new ResourceClient&lt;PartialObjectMetadata&gt;(transport, PartialObjectMetadata.Of(BuiltInResources.Pods.Definition))</c>.
/// </summary>
/// <remarks>
/// It cannot be created or replaced: the server would take it for an object without content. Patches, updates of its metadata and deletions work.
/// Kind and version are those of the object itself, not those of its representation.
/// </remarks>
public sealed record PartialObjectMetadata : IKubernetesObject<V1ObjectMeta>
{
    /// <summary>Group and version of the object.</summary>
    public string? ApiVersion { get; set; }

    /// <summary>Kind of the object.</summary>
    public string? Kind { get; set; }

    /// <summary>Its metadata.</summary>
    public V1ObjectMeta Metadata { get; set; } = new();

    /// <summary>A resource, read by its metadata alone.</summary>
    /// <param name="definition">Group, version, kind, plural and scope.</param>
    public static ResourceType<PartialObjectMetadata> Of(ResourceDefinition definition) =>
        new(definition, KubeJson.TypeInfo<PartialObjectMetadata>(KubeUntypedJsonContext.Default));
}
