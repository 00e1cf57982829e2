using System.Text.Json.Serialization.Metadata;
using k8s;
using k8s.Models;

namespace Kube;

/// <summary>A resource together with its C# type and that type's source-generated JSON: all that a client, a watch or a cache needs to know.</summary>
/// <typeparam name="T">The C# type of the objects.</typeparam>
/// <param name="Definition">Group, version, kind, plural and scope.</param>
/// <param name="Json">Source-generated JSON metadata; no reflection is used.</param>
public sealed record ResourceType<T>(ResourceDefinition Definition, JsonTypeInfo<T> Json)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    /// <summary>The key of an object.</summary>
    public ObjectKey KeyOf(T resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new(Definition.IsNamespaced ? resource.Metadata?.NamespaceProperty ?? "" : "", resource.Metadata?.Name ?? "");
    }
}
