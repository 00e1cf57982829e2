using k8s;
using k8s.Models;

namespace Kube.Runtime.Events;

/// <summary>References to objects.</summary>
public static class ObjectReferences
{
    /// <summary>A reference to an object that carries its apiVersion and kind.</summary>
    public static V1ObjectReference To(IKubernetesObject<V1ObjectMeta> resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new()
        {
            ApiVersion = resource.ApiVersion,
            Kind = resource.Kind,
            NamespaceProperty = resource.Metadata?.NamespaceProperty,
            Name = resource.Metadata?.Name,
            Uid = resource.Metadata?.Uid,
            ResourceVersion = resource.Metadata?.ResourceVersion,
        };
    }

    /// <summary>A reference to an object that its type cannot represent.</summary>
    public static V1ObjectReference To(ResourceDefinition definition, UndecodableObject resource)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(resource);
        return new()
        {
            ApiVersion = definition.ApiVersion,
            Kind = definition.Kind,
            NamespaceProperty = resource.Key.Namespace.Length > 0 ? resource.Key.Namespace : null,
            Name = resource.Key.Name,
            Uid = resource.Uid.Length > 0 ? resource.Uid : null,
            ResourceVersion = resource.ResourceVersion.Length > 0 ? resource.ResourceVersion : null,
        };
    }
}
