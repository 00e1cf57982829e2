using k8s;
using k8s.Models;
using Kube;
using Ray.Api.V1;

namespace Ray.DevEnvironment.Chaos.Judging;

/// <summary>What is there.</summary>
/// <param name="Clusters">The clusters.</param>
/// <param name="Pods">The pods.</param>
/// <param name="Services">The services.</param>
/// <param name="Others">Accounts, roles, bindings, secrets, claims, policies, ingresses and jobs.</param>
public sealed record Observation(
    IReadOnlyList<RayCluster> Clusters, IReadOnlyList<V1Pod> Pods, IReadOnlyList<V1Service> Services, IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Others)
{
    /// <summary>Looks. Clusters are listed last: none can be missing only because it is newer than its objects.</summary>
    /// <param name="transport">Reaches the API server as administrator.</param>
    /// <param name="isOurs">Chooses namespaces.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Observation> ReadAsync(IApiTransport transport, Predicate<string?> isOurs, CancellationToken cancellationToken)
    {
        List<IKubernetesObject<V1ObjectMeta>> others =
        [
            .. await ListAsync(BuiltInResources.ServiceAccounts), .. await ListAsync(BuiltInResources.Roles),
            .. await ListAsync(BuiltInResources.RoleBindings), .. await ListAsync(BuiltInResources.Secrets),
            .. await ListAsync(BuiltInResources.PersistentVolumeClaims), .. await ListAsync(BuiltInResources.NetworkPolicies),
            .. await ListAsync(BuiltInResources.Ingresses), .. await ListAsync(BuiltInResources.Jobs),
        ];
        var services = await ListAsync(BuiltInResources.Services);
        var pods = await ListAsync(BuiltInResources.Pods);
        var clusters = await new RayClusterClient(transport).ListAsync(RayClusterClient.AllNamespaces, cancellationToken: cancellationToken);
        return new([.. clusters.Items.Where(IsOurs)], pods, services, others);

        async Task<IReadOnlyList<T>> ListAsync<T>(ResourceType<T> type)
            where T : class, IKubernetesObject<V1ObjectMeta> =>
            [.. (await new ResourceClient<T>(transport, type).ListAsync(null, cancellationToken: cancellationToken)).Items.Where(IsOurs)];

        bool IsOurs(IKubernetesObject<V1ObjectMeta> resource) => isOurs(resource.Metadata.NamespaceProperty);
    }
}
