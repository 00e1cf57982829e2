using k8s.Models;
using Kube;
using Ray.Api.V1;

namespace Ray.DevEnvironment.Failover;

/// <summary>Clusters that are scaled up and down all the time, so that whoever leads always has something to write.</summary>
public sealed class ChangingClusters : IAsyncDisposable
{
    private const int Count = 4;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _stop = new();
    private readonly RayClusterClient _clusters;
    private readonly string _namespace;
    private readonly Task _changing;

    private ChangingClusters(RayClusterClient clusters, string @namespace)
    {
        (_clusters, _namespace) = (clusters, @namespace);
        _changing = Task.Run(ChangeAsync);
    }

    /// <summary>Makes the namespace and the clusters, and begins to change them.</summary>
    public static async Task<ChangingClusters> StartAsync(RayEnvironment environment, string @namespace, CancellationToken cancellationToken)
    {
        await new ResourceClient<V1Namespace>(environment.Transport, BuiltInResources.Namespaces).CreateAsync(
            new() { Metadata = new() { Name = @namespace } }, cancellationToken: cancellationToken);
        var clusters = environment.RayClusters();
        for (var i = 0; i < Count; i++)
        {
            await clusters.CreateAsync(Clusters.Of(@namespace, NameOf(i), ("small", 1)), cancellationToken: cancellationToken);
        }

        return new(clusters, @namespace);
    }

    /// <summary>Ends the changes and deletes the clusters.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _changing;
        for (var i = 0; i < Count; i++)
        {
            await _clusters.DeleteAsync(NameOf(i), _namespace);
        }

        _stop.Dispose();
    }

    private static string NameOf(int index) => $"changing-{index}";

    private async Task ChangeAsync()
    {
        try
        {
            for (var i = 0; ; i++)
            {
                var replicas = i / Count % 3;
                await _clusters.UpdateAsync(
                    NameOf(i % Count), _namespace, cluster => cluster.Spec!.WorkerGroupSpecs![0].Replicas = replicas, cancellationToken: _stop.Token);
                await Task.Delay(s_pause, TimeProvider.System, _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // As asked.
        }
    }
}
