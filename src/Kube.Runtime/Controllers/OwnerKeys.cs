using k8s;
using k8s.Models;

namespace Kube.Runtime.Controllers;

/// <summary>Which owners of an object a change of it concerns.</summary>
public enum OwnerMatch
{
    /// <summary>The one that controls it.</summary>
    Controller,

    /// <summary>Every one that is named in its owner references.</summary>
    Any,
}

/// <summary>Finds the objects that own another.</summary>
internal static class OwnerKeys
{
    /// <summary>The keys of the owners that are of that kind, in any version.</summary>
    public static IEnumerable<ObjectKey> Of(IKubernetesObject<V1ObjectMeta> item, ResourceDefinition ownerKind, OwnerMatch match = OwnerMatch.Controller)
    {
        foreach (var owner in item.Metadata?.OwnerReferences ?? [])
        {
            if ((owner.Controller == true || match == OwnerMatch.Any) && IsOf(ownerKind, owner.ApiVersion, owner.Kind))
            {
                yield return KeyOf(ownerKind, item.Metadata?.NamespaceProperty, owner.Name);
            }
        }
    }

    /// <summary>The same for an object that could not be read; only its controlling owner is known.</summary>
    public static IEnumerable<ObjectKey> Of(UndecodableObject item, ResourceDefinition ownerKind) =>
        item.Controller is { } owner && IsOf(ownerKind, owner.ApiVersion, owner.Kind)
            ? [KeyOf(ownerKind, item.Key.Namespace, owner.Name)]
            : [];

    private static ObjectKey KeyOf(ResourceDefinition ownerKind, string? @namespace, string name) =>
        new(ownerKind.IsNamespaced ? @namespace ?? "" : "", name);

    private static bool IsOf(ResourceDefinition kind, string? apiVersion, string? name) =>
        name == kind.Kind && GroupOf(apiVersion) == kind.Group;

    private static string GroupOf(string? apiVersion)
    {
        var slash = apiVersion?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash < 0 ? "" : apiVersion![..slash];
    }
}
