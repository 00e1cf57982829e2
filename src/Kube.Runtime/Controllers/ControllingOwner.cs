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
            if (owner.Controller == true && owner.Kind == ownerKind.Kind && GroupOf(owner.ApiVersion) == ownerKind.Group)
            {
                yield return new ObjectKey(ownerKind.IsNamespaced ? item.Metadata?.NamespaceProperty ?? "" : "", owner.Name);
            }
        }
    }

    private static string GroupOf(string? apiVersion)
    {
        var slash = apiVersion?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash < 0 ? "" : apiVersion![..slash];
    }
}
