using Kube;

namespace Ray.DevEnvironment.Chaos.Model;

/// <summary>Draws clusters and changes of clusters.</summary>
/// <param name="random">Decides.</param>
public sealed class Shapes(Random random)
{
    private const int MostReplicas = 6;

    // How many pods make a replica depends on the name: a group that goes and comes again must not take over pods of another kind.
    private static readonly (string Name, int Hosts)[] s_groups = [("small", 1), ("medium", 1), ("large", 1), ("pair", 2), ("triple", 3)];

    /// <summary>A new cluster.</summary>
    public WantedCluster Cluster(ObjectKey key)
    {
        var cluster = new WantedCluster(key, []) { IsAutoscaled = OneOf(5), HasRedis = OneOf(6), IsRecreated = OneOf(3), IsSpoilt = OneOf(10) };
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            cluster = cluster.With(cluster.Groups.Add(NewGroup(cluster)!));
        }

        return cluster;
    }

    /// <summary>The cluster with another count of replicas in one group; those of an autoscaler only grow this way.</summary>
    public WantedCluster Scaled(WantedCluster cluster)
    {
        var group = cluster.Groups[random.Next(cluster.Groups.Length)];
        var replicas = cluster.IsAutoscaled ? Math.Min(MostReplicas, group.Replicas + random.Next(1, 3)) : random.Next(MostReplicas + 1);
        return cluster.With(cluster.Groups.Replace(group, group with { Replicas = replicas }));
    }

    /// <summary>The cluster with one group more, or one less.</summary>
    public WantedCluster Regrouped(WantedCluster cluster)
    {
        var added = NewGroup(cluster);
        return cluster.With(cluster.Groups.Length > 1 && (added is null || OneOf(2))
            ? cluster.Groups.RemoveAt(random.Next(cluster.Groups.Length))
            : cluster.Groups.Add(added!));
    }

    private WantedGroup? NewGroup(WantedCluster cluster)
    {
        var free = s_groups.Where(group => cluster.Groups.All(other => other.Name != group.Name) && !(cluster.IsAutoscaled && group.Hosts > 1)).ToList();
        if (free.Count == 0)
        {
            return null;
        }

        var (name, hosts) = free[random.Next(free.Count)];
        return new(name, random.Next(MostReplicas), hosts);
    }

    private bool OneOf(int count) => random.Next(count) == 0;
}
