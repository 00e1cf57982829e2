using System.Collections.Immutable;
using Kube;

namespace Ray.DevEnvironment.Chaos.Model;

/// <summary>A cluster as it is wanted: what was last asked of the API server, and what must come of it.</summary>
/// <param name="Key">Namespace and name.</param>
/// <param name="Groups">Its worker groups.</param>
public sealed record WantedCluster(ObjectKey Key, ImmutableArray<WantedGroup> Groups)
{
    /// <summary>Whether it is suspended.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>Whether its spec is one that the operator must refuse: then its pods are left as they are.</summary>
    public bool IsSpoilt { get; init; }

    /// <summary>Whether a changed template makes all pods anew; else running ones keep theirs.</summary>
    public bool IsRecreated { get; init; }

    /// <summary>Whether an autoscaler decides which workers go.</summary>
    public bool IsAutoscaled { get; init; }

    /// <summary>Whether its head keeps state in Redis, which is cleared before the cluster goes.</summary>
    public bool HasRedis { get; init; }

    /// <summary>Counts the changes of its templates.</summary>
    public int Revision { get; init; }

    /// <summary>Whether it ever had replicas that span hosts: the service that names them stays.</summary>
    public bool HadHosts { get; init; }

    /// <summary>The services that it must have.</summary>
    public IEnumerable<string> Services =>
        Groups.Any(group => group.Hosts > 1) ? [$"{Key.Name}-head-svc", Headless] : [$"{Key.Name}-head-svc"];

    /// <summary>Name of the service that names the hosts of replicas.</summary>
    public string Headless => $"{Key.Name}-headless";

    /// <summary>How many workers.</summary>
    public int Workers => Groups.Sum(group => group.Pods);

    /// <summary>The cluster with other groups.</summary>
    public WantedCluster With(ImmutableArray<WantedGroup> groups) =>
        this with { Groups = groups, HadHosts = HadHosts || groups.Any(group => group.Hosts > 1) };
}
