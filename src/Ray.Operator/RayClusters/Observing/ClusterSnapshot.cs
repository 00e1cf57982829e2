using System.Collections.Immutable;
using k8s;
using k8s.Models;
using Kube;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Desired.Features;

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

    /// <summary>The other objects around the pods whose controller is this cluster; of claims, also those that it merely owns.</summary>
    public ImmutableArray<IKubernetesObject<V1ObjectMeta>> Objects { get; init; } = [];

    /// <summary>Objects that have a name that this cluster would give, and that it does not control.</summary>
    public ImmutableArray<IKubernetesObject<V1ObjectMeta>> ForeignObjects { get; init; } = [];

    /// <summary>Random bytes for names and tokens that this snapshot's plan may need.</summary>
    public ImmutableArray<byte> Entropy { get; init; } = [];

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

    /// <summary>Whether the cluster carries the finalizer that holds it until Redis is cleared.</summary>
    public bool HasFinalizer => Cluster.Metadata.Finalizers?.Contains(RayAnnotations.RedisCleanupFinalizer) == true;

    /// <summary>
    /// Whether surplus workers that nobody named may be deleted: not while the autoscaler rules, unless the operator is told to.
    /// </summary>
    public bool MayDeleteUnnamed => !Autoscaling.IsOn(Cluster) || Settings.DeleteRandomPods;

    /// <summary>Whether a condition of the status is true.</summary>
    public bool HasCondition(string type) => Cluster.Status?.Conditions?.Any(c => c.Type == type && c.Status == "True") == true;

    /// <summary>The worker groups of the spec, in its order.</summary>
    public IEnumerable<WorkerGroupSpec> Groups => Cluster.Spec?.WorkerGroupSpecs ?? [];

    /// <summary>The head pods, terminating ones included.</summary>
    public IEnumerable<V1Pod> Heads => Pods.Where(PodFacts.IsHead);

    /// <summary>The worker pods, terminating ones and those of removed groups included.</summary>
    public IEnumerable<V1Pod> Workers => Pods.Where(PodFacts.IsWorker);

    /// <summary>Whether the caches may still lack a pod that was created, or show one that was deleted, in a group.</summary>
    public bool IsStale(string group) => Unseen.Any(e => e.Group == group);

    /// <summary>Whether a write of an object around the pods is not seen yet.</summary>
    public bool IsUnseen(IKubernetesObject<V1ObjectMeta> resource) =>
        Unseen.Any(e => e.Group == Expectation.GroupOf(resource) && e.Name == resource.Metadata.Name);

    /// <summary>The object of the same kind and name among some, unless it is on its way out.</summary>
    public static IKubernetesObject<V1ObjectMeta>? Find(
        IEnumerable<IKubernetesObject<V1ObjectMeta>> among, IKubernetesObject<V1ObjectMeta> wanted) => among.FirstOrDefault(
            o => o.GetType() == wanted.GetType() && o.Metadata.Name == wanted.Metadata.Name && o.Metadata.DeletionTimestamp is null);
}
