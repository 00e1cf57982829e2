using k8s.Models;
using Kube;
using Ray.Api;
using Ray.Api.V1;
using Ray.DevEnvironment.Chaos.Model;

namespace Ray.DevEnvironment.Chaos;

/// <summary>What an action acts upon.</summary>
/// <param name="environment">Where.</param>
/// <param name="options">How the run goes.</param>
public sealed class Stage(RayEnvironment environment, ChaosOptions options)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The namespaces. Clusters in both have the same names.</summary>
    public static IReadOnlyList<string> Namespaces { get; } = ["chaos-a", "chaos-b"];

    /// <summary>Where.</summary>
    public RayEnvironment Environment { get; } = environment;

    /// <summary>How the run goes.</summary>
    public ChaosOptions Options { get; } = options;

    /// <summary>Decides. Draws the same numbers whatever is met.</summary>
    public Random Random { get; } = new(options.Seed);

    /// <summary>What is wanted.</summary>
    public WantedWorld World { get; } = new();

    /// <summary>What was done.</summary>
    public Journal Journal { get; } = new();

    /// <summary>When the API server was away.</summary>
    public Outages Outages { get; } = new();

    /// <summary>RayClusters as administrator.</summary>
    public RayClusterClient Rays { get; } = environment.RayClusters();

    /// <summary>Pods as administrator.</summary>
    public ResourceClient<V1Pod> Pods { get; } = new(environment.Transport, BuiltInResources.Pods);

    /// <summary>One of several.</summary>
    public T? Pick<T>(IReadOnlyList<T> among)
        where T : class
    {
        var share = Random.NextDouble();
        return among.Count == 0 ? null : among[(int)(share * among.Count)];
    }

    /// <summary>A cluster of a kind; null when there is none.</summary>
    public WantedCluster? PickCluster(Func<WantedCluster, bool>? isSuitable = null) => Pick([.. World.Clusters.Where(isSuitable ?? (_ => true))]);

    /// <summary>The pods of a cluster that the operator made, in order of their names.</summary>
    public async Task<IReadOnlyList<V1Pod>> PodsOfAsync(WantedCluster cluster, CancellationToken cancellationToken)
    {
        var pods = await PersistAsync(
            () => Pods.ListAsync(
                cluster.Key.Namespace, new ListOptions { LabelSelector = $"{RayLabels.Cluster}={cluster.Key.Name},{RayLabels.NodeType}" }, cancellationToken),
            cancellationToken);
        return [.. pods.Items.OrderBy(pod => pod.Name(), StringComparer.Ordinal)];
    }

    /// <summary>Asks for a cluster as it is wanted from now on.</summary>
    public async Task ChangeAsync(WantedCluster cluster, CancellationToken cancellationToken)
    {
        World.Want(cluster);
        await PersistAsync(
            () => Rays.UpdateAsync(
                cluster.Key.Name, cluster.Key.Namespace, stored => stored.Spec = WantedSpec.Of(cluster), cancellationToken: cancellationToken),
            cancellationToken);
    }

    /// <summary>Sends a request again until the API server answers: what is wanted must be what was asked for.</summary>
    public static async Task<T> PersistAsync<T>(Func<Task<T>> send, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await send();
            }
            catch (ApiException e) when (((int)e.Code is 0 or 401 or 403 or 429 or >= 500 || e.IsConflict) && TimeProvider.System.GetElapsedTime(start) < s_patience)
            {
                // Just started again, or busy: an administrator is refused for no other reason.
                await Task.Delay(s_pause, TimeProvider.System, cancellationToken);
            }
        }
    }

    /// <summary>As the other one, for requests whose object may be gone, which is told by false.</summary>
    public static Task<bool> TryPersistAsync(Func<Task> send, CancellationToken cancellationToken) => PersistAsync(
        async () =>
        {
            try
            {
                await send();
                return true;
            }
            catch (ApiException e) when (e.IsNotFound)
            {
                return false;
            }
        },
        cancellationToken);
}
