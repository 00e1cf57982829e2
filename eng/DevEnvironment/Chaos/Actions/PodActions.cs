using System.Collections.Immutable;
using System.Net;
using k8s.Models;
using Ray.DevEnvironment.Chaos.Judging;
using Ray.DevEnvironment.Chaos.Model;

namespace Ray.DevEnvironment.Chaos.Actions;

/// <summary>What happens to pods.</summary>
/// <param name="stage">Acted upon.</param>
public sealed class PodActions(Stage stage)
{
    /// <summary>All of them.</summary>
    public ImmutableArray<ChaosAction> All =>
    [
        new("delete pod", 8, ct => OneAsync("delete pod", (pod, ct) => DeleteAsync(pod, null, ct), ct)),
        new("delete pod at once", 6, ct => OneAsync("delete pod at once", (pod, ct) => DeleteAsync(pod, 0, ct), ct)),
        new("delete all pods", 2, DeleteAllAsync),
        new("delete head", 4, DeleteHeadAsync),
        new("fail pod", 8, ct => OneAsync("fail pod", (pod, ct) => stage.Environment.Nodes.FailPodAsync(pod.Namespace(), pod.Name(), cancellationToken: ct), ct)),
        new("complete pod", 3, ct => OneAsync("complete pod", (pod, ct) => stage.Environment.Nodes.CompletePodAsync(pod.Namespace(), pod.Name(), ct), ct)),
        new("unready pod", 3, ct => OneAsync("unready pod", UnreadyAsync, ct)),
    ];

    private async Task<bool> OneAsync(string action, Func<V1Pod, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        var cluster = stage.PickCluster();
        var pods = cluster is null ? [] : await stage.PodsOfAsync(cluster, cancellationToken);
        return stage.Pick(pods) is { } pod && await DoAsync(action, cluster!, pod, act, cancellationToken);
    }

    private async Task<bool> DeleteHeadAsync(CancellationToken cancellationToken)
    {
        var (cluster, isGraceful) = (stage.PickCluster(), stage.Random.Next(2) == 0);
        var pods = cluster is null ? [] : await stage.PodsOfAsync(cluster, cancellationToken);
        return pods.FirstOrDefault(PodView.IsHead) is { } head
            && await DoAsync("delete head", cluster!, head, (pod, ct) => DeleteAsync(pod, isGraceful ? null : 0, ct), cancellationToken);
    }

    private async Task<bool> DeleteAllAsync(CancellationToken cancellationToken)
    {
        if (stage.PickCluster() is not { } cluster)
        {
            return false;
        }

        var pods = await stage.PodsOfAsync(cluster, cancellationToken);
        foreach (var pod in pods)
        {
            await DoAsync("delete all pods", cluster, pod, (pod, ct) => DeleteAsync(pod, null, ct), cancellationToken);
        }

        return pods.Count > 0;
    }

    private async Task<bool> DoAsync(
        string action, WantedCluster cluster, V1Pod pod, Func<V1Pod, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        stage.Journal.Add(action, cluster.Key, pod.Name());
        try
        {
            await act(pod, cancellationToken);
        }
        catch (HttpRequestException e) when (e.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict)
        {
            // It went, or changed again and again, before the nodes could touch it.
        }

        return true;
    }

    private Task<bool> DeleteAsync(V1Pod pod, int? grace, CancellationToken cancellationToken) => Stage.TryPersistAsync(
        () => stage.Pods.DeleteAsync(pod.Name(), pod.Namespace(), new() { GracePeriodSeconds = grace, Uid = pod.Uid() }, cancellationToken),
        cancellationToken);

    private async Task UnreadyAsync(V1Pod pod, CancellationToken cancellationToken)
    {
        if (!PodView.IsServing(pod))
        {
            return;
        }

        await stage.Environment.Nodes.SetPodReadyAsync(pod.Namespace(), pod.Name(), false, cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
        await stage.Environment.Nodes.SetPodReadyAsync(pod.Namespace(), pod.Name(), true, cancellationToken);
    }
}
