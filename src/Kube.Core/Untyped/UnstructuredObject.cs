using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using k8s;
using k8s.Models;

namespace Kube;

/// <summary>
/// An object of a kind for which there is no C# type:
/// <c>new ResourceClient&lt;UnstructuredObject&gt;(transport, UnstructuredObject.Of(new("example.com", "v1", "Thing", "things")))</c>.
/// </summary>
[JsonConverter(typeof(UnstructuredObjectConverter))]
public sealed record UnstructuredObject : IKubernetesObject<V1ObjectMeta>
{
    /// <summary>Group and version. Null in a new object: clients write that of the resource.</summary>
    public string? ApiVersion { get; set; }

    /// <summary>Kind. Null in a new object: clients write it.</summary>
    public string? Kind { get; set; }

    /// <summary>Standard object metadata.</summary>
    public V1ObjectMeta Metadata { get; set; } = new();

    /// <summary>Everything else, such as <c>spec</c> and <c>status</c>.</summary>
    public JsonObject Content { get; set; } = [];

    /// <summary>A resource whose objects are read without a type of their own.</summary>
    /// <param name="definition">Group, version, kind, plural and scope.</param>
    public static ResourceType<UnstructuredObject> Of(ResourceDefinition definition) =>
        new(definition, KubeJson.TypeInfo<UnstructuredObject>(KubeUntypedJsonContext.Default));
}
