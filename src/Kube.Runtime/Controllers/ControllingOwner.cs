using k8s;
using k8s.Models;

namespace Kube.Runtime.Controllers;

/// <summary>Finds the object that controls another.</summary>
internal static class ControllingOwner
{
    /// <summary>The key of the controlling owner if it is of that kind, in any version; else nothing.</summary>
    public static IEnumerable<ObjectKey> KeyOf(IKubernetesObject<V1ObjectMeta> item, ResourceDefinition ownerKind)
    {
        foreach (var owner in item.Metadata?.OwnerReferences ?? [])
        {
            if (owner.Controller == true && IsOf(ownerKind, owner.ApiVersion, owner.Kind))
            {
                yield return KeyOf(ownerKind, item.Metadata?.NamespaceProperty, owner.Name);
            }
        }
    }

    /// <summary>The same for an object that could not be read.</summary>
    public static IEnumerable<ObjectKey> KeyOf(UndecodableObject item, ResourceDefinition ownerKind) =>
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
