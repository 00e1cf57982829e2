using System.Diagnostics;
using k8s.Models;
using Kube;
using Ray.Api.V1;
using Ray.DevEnvironment;
using Ray.Operator.Commands.Local.Views;
using Spectre.Console;

namespace Ray.Demo;

/// <summary>The steps of the demo: create, scale up, scale down, delete; each is shown until the cluster has reached it.</summary>
/// <param name="environment">Where it happens.</param>
/// <param name="console">Where it is shown.</param>
internal sealed class Tour(RayEnvironment environment, IAnsiConsole console)
{
    private const string Namespace = "default";
    private const string Name = "raycluster-heterogeneous";
    private const string Group = "small-group";

    private static readonly TimeSpan s_refresh = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly RayClusterClient _clusters = environment.RayClusters();
    private readonly Screen _screen = new(console, Stopwatch.GetTimestamp());
    private readonly ResourceClient<V1Pod> _pods = new(environment.Transport, BuiltInResources.Pods);

    /// <summary>Walks through all steps.</summary>
    /// <exception cref="TimeoutException">A step was not reached within two minutes.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await CreateAsync("config-map-ray-code.yaml", cancellationToken);
        await CreateAsync("ray-cluster.heterogeneous.yaml", cancellationToken);
        await ShowUntilAsync("head, two small workers, one medium", views => IsReady(views, workers: 3), cancellationToken);
        await ScaleAsync(5, cancellationToken);
        await ScaleAsync(2, cancellationToken);
        await TellEventsAsync(cancellationToken);

        Say($"kubectl delete raycluster {Name} (up to 40 s: the garbage collector of a fresh control plane learns of new kinds every 30 s)");
        await _clusters.DeleteAsync(Name, Namespace, cancellationToken: cancellationToken);
        await ShowUntilAsync("nothing is left", views => views.Count == 0, cancellationToken);
        await environment.Kubectl.RunAsync(["delete", "-f", Repository.PathOf("samples", "config-map-ray-code.yaml")], null, cancellationToken);
    }

    private async Task CreateAsync(string sample, CancellationToken cancellationToken)
    {
        Say($"kubectl create -f samples/{sample}");
        await environment.Kubectl.RunAsync(["create", "--validate=false", "-f", Repository.PathOf("samples", sample)], null, cancellationToken);
    }

    private async Task ScaleAsync(int replicas, CancellationToken cancellationToken)
    {
        Say($"Scaling {Group} to {replicas}");
        await _clusters.UpdateAsync(
            Name,
            Namespace,
            cluster => cluster.Spec!.WorkerGroupSpecs!.Single(group => group.GroupName == Group).Replicas = replicas,
            cancellationToken: cancellationToken);
        await ShowUntilAsync($"{replicas} small workers and one medium", views => IsReady(views, workers: replicas + 1), cancellationToken);
    }

    private async Task TellEventsAsync(CancellationToken cancellationToken)
    {
        Say("kubectl get events");
        var events = await environment.Kubectl.RunAsync(
            ["get", "events", "-n", Namespace, "-o", "custom-columns=TYPE:.type,REASON:.reason,MESSAGE:.message", "--sort-by=.metadata.creationTimestamp"],
            null,
            cancellationToken);
        foreach (var line in events.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(IsOurs))
        {
            console.WriteLine("    " + line);
        }
    }

    private static bool IsOurs(string line) =>
        line.StartsWith("TYPE", StringComparison.Ordinal) || line.Contains("Pod", StringComparison.Ordinal) || line.Contains("service", StringComparison.Ordinal);

    private async Task ShowUntilAsync(string what, Predicate<IReadOnlyList<ClusterView>> isReached, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await _screen.RunAsync(async show =>
        {
            while (true)
            {
                var views = await ReadAsync(cancellationToken);
                show(views);
                if (isReached(views))
                {
                    return true;
                }

                if (watch.Elapsed > s_patience)
                {
                    throw new TimeoutException(
                        $"not reached within {s_patience.TotalMinutes} minutes: {what}. The operator's log ends:\n{await environment.OperatorLogTailAsync(cancellationToken)}");
                }

                await Task.Delay(s_refresh, TimeProvider.System, cancellationToken);
            }
        });
        Say($"Reached after {watch.Elapsed.TotalSeconds:F1} s: {what}");
    }

    // The state stays ready while a cluster is scaled: the pods tell.
    private static bool IsReady(IReadOnlyList<ClusterView> views, int workers) =>
        views is [{ State: RayClusterState.Ready } view]
        && view.Groups.Sum(group => group.Wanted) == workers + 1
        && view.Groups.All(group => group.Ready == group.Wanted && group.Pods.Count == group.Wanted);

    private async Task<IReadOnlyList<ClusterView>> ReadAsync(CancellationToken cancellationToken)
    {
        var clusters = await _clusters.ListAsync(Namespace, cancellationToken: cancellationToken);
        var pods = await _pods.ListAsync(Namespace, new ListOptions { LabelSelector = $"ray.io/cluster={Name}" }, cancellationToken);
        return ClusterView.Of(clusters.Items.Where(cluster => cluster.Metadata.Name == Name), pods.Items);
    }

    private void Say(string step) => console.MarkupLineInterpolated($"[bold]==>[/] {step}");
}
