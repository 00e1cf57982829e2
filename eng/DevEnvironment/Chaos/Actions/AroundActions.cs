using System.Collections.Immutable;
using k8s;
using k8s.Models;
using Kube;
using Ray.Api;

namespace Ray.DevEnvironment.Chaos.Actions;

/// <summary>What happens to the objects around the pods.</summary>
/// <param name="stage">Acted upon.</param>
public sealed class AroundActions(Stage stage)
{
    /// <summary>All of them.</summary>
    public ImmutableArray<ChaosAction> All =>
    [
        new("delete service", 4, ct => DeleteAsync("delete service", BuiltInResources.Services, ct)),
        new("delete role", 1, ct => DeleteAsync("delete role", BuiltInResources.Roles, ct)),
        new("delete role binding", 1, ct => DeleteAsync("delete role binding", BuiltInResources.RoleBindings, ct)),
        new("delete account", 1, ct => DeleteAsync("delete account", BuiltInResources.ServiceAccounts, ct)),
        new("mislead service", 3, MisleadAsync),
    ];

    private async Task<bool> DeleteAsync<T>(string action, ResourceType<T> type, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        if (stage.Pick(await OwnedAsync(type, cancellationToken)) is not { } victim)
        {
            return false;
        }

        stage.Journal.Add(action, ClusterOf(victim), victim.Name());
        await Stage.TryPersistAsync(
            () => new ResourceClient<T>(stage.Environment.Transport, type).DeleteAsync(
                victim.Name(), victim.Namespace(), new() { Uid = victim.Uid() }, cancellationToken),
            cancellationToken);
        return true;
    }

    private async Task<bool> MisleadAsync(CancellationToken cancellationToken)
    {
        if (stage.Pick(await OwnedAsync(BuiltInResources.Services, cancellationToken)) is not { } victim)
        {
            return false;
        }

        stage.Journal.Add("mislead service", ClusterOf(victim), victim.Name());
        await Stage.TryPersistAsync(
            () => new ResourceClient<V1Service>(stage.Environment.Transport, BuiltInResources.Services).UpdateAsync(
                victim.Name(),
                victim.Namespace(),
                service => service.Spec.Selector = new Dictionary<string, string>(service.Spec.Selector) { [RayLabels.Cluster] = "another" },
                cancellationToken: cancellationToken),
            cancellationToken);
        return true;
    }

    // Of clusters that are wanted and not spoilt: nobody mends the others' objects.
    private async Task<IReadOnlyList<T>> OwnedAsync<T>(ResourceType<T> type, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var wanted = stage.World.Clusters.Where(cluster => !cluster.IsSpoilt).Select(cluster => cluster.Key).ToHashSet();
        var all = await Stage.PersistAsync(
            () => new ResourceClient<T>(stage.Environment.Transport, type).ListAsync(null, cancellationToken: cancellationToken), cancellationToken);
        return [.. all.Items.Where(item => ClusterOf(item) is { } key && wanted.Contains(key)).OrderBy(item => $"{ClusterOf(item)}/{item.Name()}", StringComparer.Ordinal)];
    }

    private static ObjectKey? ClusterOf(IKubernetesObject<V1ObjectMeta> resource) =>
        resource.Metadata.OwnerReferences?.FirstOrDefault(owner => owner.Kind == "RayCluster") is { } owner
            ? new(resource.Metadata.NamespaceProperty, owner.Name)
            : null;
}
