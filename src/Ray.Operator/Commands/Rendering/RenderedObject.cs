using System.Text.Json;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using Kube;

namespace Ray.Operator.Commands.Rendering;

/// <summary>The JSON of an object that the operator makes.</summary>
internal static class RenderedObject
{
    /// <summary>With <c>apiVersion</c> and <c>kind</c> first.</summary>
    public static JsonObject JsonOf(IKubernetesObject<V1ObjectMeta> resource) => resource switch
    {
        V1Pod pod => Json(pod, BuiltInResources.Pods),
        V1Service service => Json(service, BuiltInResources.Services),
        V1Secret secret => Json(secret, BuiltInResources.Secrets),
        V1ServiceAccount account => Json(account, BuiltInResources.ServiceAccounts),
        V1Role role => Json(role, BuiltInResources.Roles),
        V1RoleBinding binding => Json(binding, BuiltInResources.RoleBindings),
        V1Ingress ingress => Json(ingress, BuiltInResources.Ingresses),
        V1NetworkPolicy policy => Json(policy, BuiltInResources.NetworkPolicies),
        V1PersistentVolumeClaim claim => Json(claim, BuiltInResources.PersistentVolumeClaims),
        V1Job job => Json(job, BuiltInResources.Jobs),
        _ => throw new InvalidOperationException($"Nothing prints a {resource.GetType().Name}."),
    };

    private static JsonObject Json<T>(T value, ResourceType<T> type)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var members = JsonSerializer.SerializeToNode(value, type.Json)!.AsObject();
        members.Remove("status");
        var json = new JsonObject { ["apiVersion"] = type.Definition.ApiVersion, ["kind"] = type.Definition.Kind };
        foreach (var (name, member) in members.Where(member => !json.ContainsKey(member.Key)).ToList())
        {
            json[name] = member?.DeepClone();
        }

        return json;
    }
}
