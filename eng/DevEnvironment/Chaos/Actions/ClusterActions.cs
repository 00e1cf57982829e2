using System.Collections.Immutable;
using k8s.Models;
using Kube;
using Ray.Api.V1;
using Ray.DevEnvironment.Chaos.Judging;
using Ray.DevEnvironment.Chaos.Model;

namespace Ray.DevEnvironment.Chaos.Actions;

/// <summary>What users do to clusters.</summary>
/// <param name="stage">Acted upon.</param>
public sealed class ClusterActions(Stage stage)
{
    private static readonly PropagationPolicy[] s_policies = [PropagationPolicy.Default, PropagationPolicy.Background, PropagationPolicy.Foreground];

    private readonly Shapes _shapes = new(stage.Random);

    /// <summary>All of them.</summary>
    public ImmutableArray<ChaosAction> All =>
    [
        new("create", 14, CreateAsync),
        new("scale", 16, ct => ChangeAsync("scale", _ => true, _shapes.Scaled, ct)),
        new("regroup", 6, ct => ChangeAsync("regroup", _ => true, _shapes.Regrouped, ct)),
        new("suspend", 4, ct => ChangeAsync("suspend", cluster => !cluster.IsSuspended, cluster => cluster with { IsSuspended = true }, ct)),
        new("resume", 5, ct => ChangeAsync("resume", cluster => cluster.IsSuspended, cluster => cluster with { IsSuspended = false }, ct)),
        new("change template", 6, ct => ChangeAsync("change template", _ => true, cluster => cluster with { Revision = cluster.Revision + 1 }, ct)),
        new("spoil", 3, ct => ChangeAsync("spoil", cluster => !cluster.IsSpoilt, cluster => cluster with { IsSpoilt = true }, ct)),
        new("mend", 5, ct => ChangeAsync("mend", cluster => cluster.IsSpoilt, cluster => cluster with { IsSpoilt = false }, ct)),
        new("name workers to delete", 5, NameWorkersAsync),
        new("delete", 5, DeleteAsync),
        new("delete and create", 3, ReplaceAsync),
    ];

    /// <summary>Does what an autoscaler would do when more workers are there than it asked for: names so many.</summary>
    public async Task AutoscaleAsync(Observation seen, CancellationToken cancellationToken)
    {
        foreach (var cluster in stage.World.Clusters.Where(cluster => cluster.IsAutoscaled && !cluster.IsSuspended && !cluster.IsSpoilt))
        {
            var surplus = cluster.Groups.ToDictionary(group => group.Name, group => SurplusOf(cluster, group, seen));
            if (surplus.Values.Any(names => names.Count > 0))
            {
                stage.Journal.Add("autoscale", cluster.Key, string.Join(", ", surplus.SelectMany(group => group.Value)));
                await NameAsync(cluster, surplus, cancellationToken);
            }
        }
    }

    private async Task<bool> CreateAsync(CancellationToken cancellationToken)
    {
        var number = stage.Random.Next(stage.Options.Clusters);
        var wanted = _shapes.Cluster(new(Stage.Namespaces[number % Stage.Namespaces.Count], $"ray-{number / Stage.Namespaces.Count}"));
        return stage.World.Clusters.All(cluster => cluster.Key != wanted.Key) && await CreateAsync("create", wanted, cancellationToken);
    }

    private async Task<bool> CreateAsync(string action, WantedCluster wanted, CancellationToken cancellationToken)
    {
        stage.World.Want(wanted);
        stage.Journal.Add(action, wanted.Key, Describe(wanted));
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await Stage.PersistAsync(() => stage.Rays.CreateAsync(WantedSpec.ClusterOf(wanted), cancellationToken: cancellationToken), cancellationToken);
                return true;
            }
            catch (ApiException e) when (e.IsAlreadyExists)
            {
                // Either an earlier try reached the server, or the former cluster of this name is still on its way out.
                var stored = await Stage.PersistAsync(
                    () => stage.Rays.FindAsync(wanted.Key.Name, wanted.Key.Namespace, cancellationToken), cancellationToken);
                if (stored is { Metadata.DeletionTimestamp: null })
                {
                    return true;
                }

                if (TimeProvider.System.GetElapsedTime(start) > stage.Options.Patience)
                {
                    throw new TimeoutException($"{wanted.Key} was deleted and is still there");
                }

                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
            }
        }
    }

    private async Task<bool> ChangeAsync(
        string action, Func<WantedCluster, bool> isSuitable, Func<WantedCluster, WantedCluster> change, CancellationToken cancellationToken)
    {
        if (stage.PickCluster(isSuitable) is not { } cluster)
        {
            return false;
        }

        var wanted = change(cluster);
        stage.Journal.Add(action, cluster.Key, Describe(wanted));
        await stage.ChangeAsync(wanted, cancellationToken);
        return true;
    }

    // One worker or two of a group; the autoscaler asks for as many fewer.
    private async Task<bool> NameWorkersAsync(CancellationToken cancellationToken)
    {
        var (cluster, count, share) = (stage.PickCluster(cluster => !cluster.IsSpoilt), stage.Random.Next(1, 3), stage.Random.NextDouble());
        if (cluster is null || cluster.Groups[(int)(share * cluster.Groups.Length)] is not { Replicas: > 0 } group)
        {
            return false;
        }

        List<string> names =
        [
            .. (await stage.PodsOfAsync(cluster, cancellationToken)).Where(pod => PodView.GroupOf(pod) == group.Name).Select(pod => pod.Name()).Take(count),
        ];
        if (names.Count == 0)
        {
            return false;
        }

        var fewer = cluster.IsAutoscaled ? group with { Replicas = Math.Max(0, group.Replicas - names.Count) } : group;
        var wanted = cluster.With(cluster.Groups.Replace(group, fewer));
        stage.Journal.Add("name workers to delete", cluster.Key, $"{string.Join(", ", names)}; {Describe(wanted)}");
        stage.World.Want(wanted);
        await NameAsync(wanted, new() { [group.Name] = names }, cancellationToken);
        return true;
    }

    private async Task<bool> DeleteAsync(CancellationToken cancellationToken) => await DeletedAsync("delete", cancellationToken) is not null;

    private async Task<bool> ReplaceAsync(CancellationToken cancellationToken)
    {
        var deleted = await DeletedAsync("delete", cancellationToken);
        return deleted is not null && await CreateAsync("create again", _shapes.Cluster(deleted.Key), cancellationToken);
    }

    private async Task<WantedCluster?> DeletedAsync(string action, CancellationToken cancellationToken)
    {
        var policy = s_policies[stage.Random.Next(s_policies.Length)];
        if (stage.PickCluster() is not { } cluster)
        {
            return null;
        }

        stage.Journal.Add(action, cluster.Key, $"{policy}");
        stage.World.Forget(cluster.Key);
        await Stage.TryPersistAsync(
            () => stage.Rays.DeleteAsync(cluster.Key.Name, cluster.Key.Namespace, new() { Propagation = policy }, cancellationToken), cancellationToken);
        return cluster;
    }

    private Task<RayCluster> NameAsync(WantedCluster wanted, Dictionary<string, List<string>> names, CancellationToken cancellationToken) => Stage.PersistAsync(
        () => stage.Rays.UpdateAsync(
            wanted.Key.Name,
            wanted.Key.Namespace,
            stored =>
            {
                stored.Spec = WantedSpec.Of(wanted);
                foreach (var group in stored.Spec.WorkerGroupSpecs!.Where(group => names.ContainsKey(group.GroupName!)))
                {
                    group.ScaleStrategy = new() { WorkersToDelete = names[group.GroupName!] };
                }
            },
            cancellationToken: cancellationToken),
        cancellationToken);

    private static List<string> SurplusOf(WantedCluster cluster, WantedGroup group, Observation seen)
    {
        var pods = seen.Pods.Where(pod => PodView.ClusterOf(pod) == cluster.Key && PodView.GroupOf(pod) == group.Name && PodView.IsServing(pod)).ToList();
        return [.. pods.Select(pod => pod.Name()).Order(StringComparer.Ordinal).Take(Math.Max(0, pods.Count - group.Pods))];
    }

    private static string Describe(WantedCluster cluster)
    {
        var marks = new[]
        {
            (cluster.IsSuspended, "suspended"), (cluster.IsSpoilt, "spoilt"), (cluster.IsRecreated, "Recreate"), (cluster.IsAutoscaled, "autoscaled"),
            (cluster.HasRedis, "Redis"),
        };
        var groups = cluster.Groups.Select(group => $"{group.Name}={group.Replicas}{(group.Hosts > 1 ? $"x{group.Hosts}" : "")}");
        return string.Join(' ', [.. groups, $"revision={cluster.Revision}", .. marks.Where(mark => mark.Item1).Select(mark => mark.Item2)]);
    }
}
