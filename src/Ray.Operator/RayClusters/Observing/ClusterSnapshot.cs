using System.Collections.Immutable;
using k8s.Models;
using Kube;
using Ray.Api.V1;
using Ray.Operator.Options;

namespace Ray.Operator.RayClusters.Observing;

/// <summary>
/// All that is known of one RayCluster at one moment. Everything that decides reads it and nothing else, so that a decision can be
/// replayed from its snapshot.
/// </summary>
internal sealed record ClusterSnapshot
{
    /// <summary>The cluster.</summary>
    public required RayCluster Cluster { get; init; }

    /// <summary>Pods whose controller is this cluster, by UID; in order of their names.</summary>
    public required ImmutableArray<V1Pod> Pods { get; init; }

    /// <summary>
    /// Pods whose controller is this cluster and that could not be read, in order of their names. They exist and are not in
    /// <see cref="Pods"/>.
    /// </summary>
    public ImmutableArray<UndecodableObject> UnreadablePods { get; init; } = [];

    /// <summary>Head services whose controller is this cluster.</summary>
    public ImmutableArray<V1Service> HeadServices { get; init; } = [];

    /// <summary>
    /// The head service of this cluster's name when somebody else controls it, such as a deleted cluster of the same name.
    /// </summary>
    public V1Service? ForeignHeadService { get; init; }

    /// <summary>Pods that <c>workersToDelete</c> names, that exist and that are no pods of this cluster.</summary>
    public ImmutableHashSet<string> ForeignPodNames { get; init; } = [];

    /// <summary>What was written and is not seen in the caches yet.</summary>
    public ImmutableArray<Expectation> Unseen { get; init; } = [];

    /// <summary>The time of the observation.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary><see cref="Now"/> as the API stores times: UTC, whole seconds.</summary>
    public DateTime Timestamp => new(Now.UtcTicks - (Now.UtcTicks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);

    /// <summary>The operator's own settings.</summary>
    public required OperatorSettings Settings { get; init; }

    /// <summary>Namespace and name of the cluster.</summary>
    public ObjectKey Key => new(Cluster.Metadata.NamespaceProperty ?? "", Cluster.Metadata.Name ?? "");

    /// <summary>UID of the cluster.</summary>
    public string Uid => Cluster.Metadata.Uid ?? "";

    /// <summary>Whether the cluster shall have no pods for now: none is created.</summary>
    public bool IsSuspended => Cluster.Spec?.Suspend == true;

    /// <summary>The worker groups of the spec, in its order.</summary>
    public IEnumerable<WorkerGroupSpec> Groups => Cluster.Spec?.WorkerGroupSpecs ?? [];

    /// <summary>The head pods, terminating ones included.</summary>
    public IEnumerable<V1Pod> Heads => Pods.Where(PodFacts.IsHead);

    /// <summary>The worker pods, terminating ones and those of removed groups included.</summary>
    public IEnumerable<V1Pod> Workers => Pods.Where(PodFacts.IsWorker);

    /// <summary>Whether the caches may still lack a pod that was created, or show one that was deleted, in a group.</summary>
    public bool IsStale(string group) => Unseen.Any(e => e.Group == group);
}
