using k8s;
using k8s.Models;

namespace Kube;

/// <summary>Owner references, set by the API server's rules. When all owners of an object are gone, the garbage collector deletes it.</summary>
public static class OwnerReferences
{
    /// <summary>
    /// Makes an object the controller of another: a controller that says <c>Owns</c> is woken by its changes. A reference to the same owner
    /// that is there already is brought to this form.
    /// </summary>
    /// <param name="ownerType">Kind of the owner.</param>
    /// <param name="owner">The owner, as the server returned it.</param>
    /// <param name="resource">What is owned; changed in place.</param>
    /// <exception cref="InvalidOperationException">Another object controls it already, or the owner lives in another namespace.</exception>
    /// <exception cref="ArgumentException">The owner has no name or UID: it does not come from a server.</exception>
    public static void SetController<TOwner>(this ResourceType<TOwner> ownerType, TOwner owner, IKubernetesObject<V1ObjectMeta> resource)
        where TOwner : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(ownerType);
        ArgumentNullException.ThrowIfNull(resource);
        var reference = ownerType.ControllerReferenceTo(owner);
        var other = resource.Metadata?.OwnerReferences?.FirstOrDefault(one => one.Controller == true && one.Uid != reference.Uid);
        if (other is not null)
        {
            throw new InvalidOperationException(
                $"{resource.Metadata?.Name} is controlled by {other.Kind} {other.Name} already, and has one controller at most: {reference.Kind} {reference.Name} can only be an owner besides.");
        }

        Put(ownerType.Definition, owner, reference, resource);
    }

    /// <summary>Makes an object an owner of another, without control: it only keeps it from being collected.</summary>
    /// <exception cref="InvalidOperationException">The owner lives in another namespace.</exception>
    /// <exception cref="ArgumentException">The owner has no name or UID: it does not come from a server.</exception>
    public static void AddOwner<TOwner>(this ResourceType<TOwner> ownerType, TOwner owner, IKubernetesObject<V1ObjectMeta> resource)
        where TOwner : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(ownerType);
        ArgumentNullException.ThrowIfNull(resource);
        var reference = ownerType.ControllerReferenceTo(owner);
        (reference.Controller, reference.BlockOwnerDeletion) = (null, null);
        Put(ownerType.Definition, owner, reference, resource);
    }

    /// <summary>Whether an object controls another.</summary>
    public static bool IsControlledBy(this IKubernetesObject<V1ObjectMeta> resource, IKubernetesObject<V1ObjectMeta> owner)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(owner);
        return owner.Metadata?.Uid is { Length: > 0 } uid && resource.Metadata?.OwnerReferences?.Any(one => one.Controller == true && one.Uid == uid) == true;
    }

    private static void Put(
        ResourceDefinition ownerKind, IKubernetesObject<V1ObjectMeta> owner, V1OwnerReference reference, IKubernetesObject<V1ObjectMeta> resource)
    {
        CheckScope(ownerKind, owner.Metadata.NamespaceProperty, resource);
        resource.Metadata ??= new();
        var references = (resource.Metadata.OwnerReferences ?? []).ToList();
        var index = references.FindIndex(one => one.Uid == reference.Uid);
        if (index < 0)
        {
            references.Add(reference);
        }
        else
        {
            references[index] = reference;
        }

        resource.Metadata.OwnerReferences = references;
    }

    // The server takes such references, and its garbage collector then deletes what it should keep.
    private static void CheckScope(ResourceDefinition ownerKind, string? ownerNamespace, IKubernetesObject<V1ObjectMeta> resource)
    {
        var @namespace = resource.Metadata?.NamespaceProperty;
        if (!ownerKind.IsNamespaced || @namespace == ownerNamespace)
        {
            return;
        }

        throw new InvalidOperationException(string.IsNullOrEmpty(@namespace)
            ? $"{NameOf(resource)} lives in no namespace and cannot be owned by a {ownerKind.Kind} of namespace {ownerNamespace}."
            : $"{@namespace}/{NameOf(resource)} cannot be owned by a {ownerKind.Kind} of namespace {ownerNamespace}: both must live in one namespace, or the owner in none.");
    }
    private static string NameOf(IKubernetesObject<V1ObjectMeta> resource) => resource.Metadata?.Name ?? resource.Metadata?.GenerateName ?? "it";
}
