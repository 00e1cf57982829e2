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

    /// <summary>
    /// An owner reference that makes an object the controller of another: the garbage collector deletes what it owns after it, and a controller
    /// that says <c>Owns</c> is woken by its changes. Both objects live in the same namespace, or the owner in none.
    /// </summary>
    /// <param name="owner">The owner, as the server returned it.</param>
    /// <exception cref="ArgumentException">The owner has no name or UID: it does not come from a server.</exception>
    public V1OwnerReference ControllerReferenceTo(T owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        if (owner.Metadata is not { Name: { Length: > 0 } name, Uid: { Length: > 0 } uid })
        {
            throw new ArgumentException($"An owner needs a name and a UID: pass the {Definition.Kind} as the API server returned it.", nameof(owner));
        }

        return new()
        {
            ApiVersion = Definition.ApiVersion,
            Kind = Definition.Kind,
            Name = name,
            Uid = uid,
            Controller = true,
            BlockOwnerDeletion = true,
        };
    }
}
