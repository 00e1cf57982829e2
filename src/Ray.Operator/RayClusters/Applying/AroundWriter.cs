using System.Text.Json;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using Kube;
using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Applying;

/// <summary>Sends what is to be written of the objects around the pods, each to the resource of its kind.</summary>
/// <param name="transport">Reaches the API server.</param>
// Kept in shape by server-side apply, which needs both create and patch; the garbage collector deletes them.
[Rbac<V1Service>(RbacVerbs.Create, RbacVerbs.Patch)]
[Rbac<V1Role>(RbacVerbs.Get, RbacVerbs.Create, RbacVerbs.Patch)]
[Rbac<V1RoleBinding>(RbacVerbs.Get, RbacVerbs.Create, RbacVerbs.Patch)]
[Rbac<V1Ingress>(RbacVerbs.Get, RbacVerbs.Create, RbacVerbs.Patch)]
[Rbac<V1NetworkPolicy>(RbacVerbs.Get, RbacVerbs.Create, RbacVerbs.Patch, RbacVerbs.Delete)]
[Rbac<V1ServiceAccount>(RbacVerbs.Create)]
[Rbac<V1Secret>(RbacVerbs.Create)]
[Rbac<V1PersistentVolumeClaim>(RbacVerbs.Create, RbacVerbs.Patch)]
[Rbac<V1Job>(RbacVerbs.Create)]

// Nobody can grant what he does not hold himself: these are the autoscaler's rights.
[Rbac<V1Pod>(RbacVerbs.Get, RbacVerbs.List, RbacVerbs.Watch, RbacVerbs.Patch)]
[Rbac<V1Pod>(RbacVerbs.Patch, Subresource = "resize")]
[Rbac<RayCluster>(RbacVerbs.Get, RbacVerbs.Patch)]
internal sealed class AroundWriter(IApiTransport transport)
{
    /// <summary>Server-side apply.</summary>
    public Task<V1ObjectMeta> ApplyAsync(
        IKubernetesObject<V1ObjectMeta> resource, WriteOptions options, CancellationToken cancellationToken) =>
        SendAsync(resource, new Apply(options, cancellationToken));

    /// <summary>Creates.</summary>
    public Task<V1ObjectMeta> CreateAsync(
        IKubernetesObject<V1ObjectMeta> resource, WriteOptions options, CancellationToken cancellationToken) =>
        SendAsync(resource, new Create(options, cancellationToken));

    /// <summary>Reads the object of that kind and name.</summary>
    public Task<V1ObjectMeta> GetAsync(IKubernetesObject<V1ObjectMeta> resource, CancellationToken cancellationToken) =>
        SendAsync(resource, new Get(cancellationToken));

    /// <summary>Deletes the object with that UID.</summary>
    public Task DeleteAsync(IKubernetesObject<V1ObjectMeta> resource, CancellationToken cancellationToken) =>
        SendAsync(resource, new Delete(cancellationToken));

    /// <summary>Sets the owners of a claim as it was observed.</summary>
    public Task SetOwnersAsync(
        V1PersistentVolumeClaim claim, IReadOnlyList<V1OwnerReference> owners, WriteOptions options, CancellationToken cancellationToken)
    {
        var json = KubeJson.TypeInfo<V1OwnerReference>(KubeJsonContext.Default);
        var references = owners.Select(o => JsonSerializer.SerializeToNode(o, json));
        var patch = new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["resourceVersion"] = claim.Metadata.ResourceVersion,
                ["ownerReferences"] = new JsonArray([.. references]),
            },
        };
        return new ResourceClient<V1PersistentVolumeClaim>(transport, BuiltInResources.PersistentVolumeClaims)
            .PatchAsync(claim.Metadata.Name, claim.Metadata.NamespaceProperty, Patch.Merge(patch), options, cancellationToken);
    }

    private Task<V1ObjectMeta> SendAsync(IKubernetesObject<V1ObjectMeta> resource, ISend send) => resource switch
    {
        V1Service service => send.SendAsync(new(transport, BuiltInResources.Services), service),
        V1Role role => send.SendAsync(new(transport, BuiltInResources.Roles), role),
        V1RoleBinding binding => send.SendAsync(new(transport, BuiltInResources.RoleBindings), binding),
        V1Ingress ingress => send.SendAsync(new(transport, BuiltInResources.Ingresses), ingress),
        V1NetworkPolicy policy => send.SendAsync(new(transport, BuiltInResources.NetworkPolicies), policy),
        V1ServiceAccount account => send.SendAsync(new(transport, BuiltInResources.ServiceAccounts), account),
        V1Secret secret => send.SendAsync(new(transport, BuiltInResources.Secrets), secret),
        V1PersistentVolumeClaim claim => send.SendAsync(new(transport, BuiltInResources.PersistentVolumeClaims), claim),
        V1Job job => send.SendAsync(new(transport, BuiltInResources.Jobs), job),
        _ => throw new InvalidOperationException($"Nothing writes {resource.Kind}."),
    };

    private interface ISend
    {
        Task<V1ObjectMeta> SendAsync<T>(ResourceClient<T> client, T resource)
            where T : class, IKubernetesObject<V1ObjectMeta>;
    }

    private sealed record Apply(WriteOptions Options, CancellationToken Cancelled) : ISend
    {
        public async Task<V1ObjectMeta> SendAsync<T>(ResourceClient<T> client, T resource)
            where T : class, IKubernetesObject<V1ObjectMeta> => (await client.ApplyAsync(resource, Options, Cancelled)).Metadata;
    }

    private sealed record Create(WriteOptions Options, CancellationToken Cancelled) : ISend
    {
        public async Task<V1ObjectMeta> SendAsync<T>(ResourceClient<T> client, T resource)
            where T : class, IKubernetesObject<V1ObjectMeta> => (await client.CreateAsync(resource, Options, Cancelled)).Metadata;
    }

    private sealed record Get(CancellationToken Cancelled) : ISend
    {
        public async Task<V1ObjectMeta> SendAsync<T>(ResourceClient<T> client, T resource)
            where T : class, IKubernetesObject<V1ObjectMeta> =>
            (await client.GetAsync(resource.Metadata.Name, resource.Metadata.NamespaceProperty, Cancelled)).Metadata;
    }

    private sealed record Delete(CancellationToken Cancelled) : ISend
    {
        public async Task<V1ObjectMeta> SendAsync<T>(ResourceClient<T> client, T resource)
            where T : class, IKubernetesObject<V1ObjectMeta>
        {
            var metadata = resource.Metadata;
            await client.DeleteAsync(metadata.Name, metadata.NamespaceProperty, new() { Uid = metadata.Uid }, Cancelled);
            return metadata;
        }
    }
}
