using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using k8s;
using k8s.Models;
using Kube;

namespace Ray.Operator.RayClusters.Planning;

/// <summary>
/// Objects that are kept in shape. Only fields that we set count; what others add stays. The hash of what was applied last tells when the
/// spec takes something away, which no look at the object could.
/// </summary>
internal static class AppliedObject
{
    /// <summary>Annotation with the hash of the object as last applied.</summary>
    public const string HashAnnotation = "ray.io/applied-hash";

    /// <summary>Adds the hash to an object that a builder made.</summary>
    public static T WithHash<T>(T desired)
        where T : IKubernetesObject<V1ObjectMeta>
    {
        desired.Metadata.Annotations = new Dictionary<string, string>(desired.Metadata.Annotations ?? new Dictionary<string, string>())
        {
            [HashAnnotation] = OwnedFields.Hash(ToNode(desired)),
        };
        return desired;
    }

    /// <summary>Whether an object is as desired.</summary>
    public static bool IsInShape(IKubernetesObject<V1ObjectMeta> observed, IKubernetesObject<V1ObjectMeta> desired) =>
        OwnedFields.Cover(ToNode(observed), ToNode(desired));

    private static JsonObject ToNode(IKubernetesObject<V1ObjectMeta> resource)
    {
        var node = resource switch
        {
            V1Service service => Node(service, BuiltInResources.Services.Json),
            V1Role role => Node(role, BuiltInResources.Roles.Json),
            V1RoleBinding binding => Node(binding, BuiltInResources.RoleBindings.Json),
            V1Ingress ingress => Node(ingress, BuiltInResources.Ingresses.Json),
            V1NetworkPolicy policy => Node(policy, BuiltInResources.NetworkPolicies.Json),
            _ => throw new ArgumentException($"{resource.Kind} is not kept in shape.", nameof(resource)),
        };

        // Objects of a list carry no type, and the status is not ours.
        node.Remove("apiVersion");
        node.Remove("kind");
        node.Remove("status");
        return node;
    }

    private static JsonObject Node<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToNode(value, type)!.AsObject();
}
