using k8s.Models;
using Kube;
using Kube.Runtime.Controllers;
using Kube.Runtime.Events;
using Microsoft.Extensions.Logging.Abstractions;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters;
using Ray.Operator.RayClusters.Applying;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.Tests.Simulation;

/// <summary>One cluster, its operator with everything that decides and writes, caches that may be stale, and nodes that run pods.</summary>
internal sealed class World
{
    private readonly StillCache<RayCluster> _clusters = new();
    private readonly StillCache<V1Pod> _pods = new();
    private readonly StillCache<V1Service> _services = new();
    private readonly StillAround _around = new();
    private readonly EventRecorder _events;
    private int _draws;
    private readonly ClusterObserver _observer;
    private readonly RayClusterReconciler _reconciler;

    public World(RayCluster cluster, params V1Pod[] pods)
        : this(cluster, null, pods)
    {
    }

    public World(RayCluster cluster, OperatorSettings? settings, params V1Pod[] pods)
    {
        Api = new InMemoryApi(Clock) { Cluster = cluster };
        foreach (var pod in pods)
        {
            Api.Pods.Add(pod.Metadata.Name, pod);
        }

        var expectations = new ExpectationTracker();
        var ownWrites = new OwnWrites();
        var podClient = new ResourceClient<V1Pod>(Api, BuiltInResources.Pods);
        var clusters = new ResourceClient<RayCluster>(Api, RayCluster.ResourceType);
        var executor = new PlanExecutor(
            podClient, new(new(Api), expectations, Clock), new(clusters, ownWrites), expectations, Clock);
        var statuses = new StatusWriter(clusters, ownWrites);
        _events = new EventRecorder(Api, new EventRecorderOptions("test"));
        var caches = new ClusterCaches(_clusters, _pods, _services, _around.Caches, () => Fault is null ? UnreadablePods : throw Fault);
        _observer = new ClusterObserver(caches, expectations, ownWrites, settings ?? new() { Version = "test" }, Clock, Entropy);
        _reconciler = new RayClusterReconciler(
            new ExpectationVerifier(caches, expectations, podClient, Clock), _observer, executor,
            new Reporter(_events, statuses, NullLogger.Instance), new FaultReporter(caches, _events));
        Refresh();
    }

    public TestClock Clock { get; } = new();

    public InMemoryApi Api { get; }

    /// <summary>Pods that exist and that the cache of pods cannot hold.</summary>
    public List<UndecodableObject> UnreadablePods { get; } = [];

    /// <summary>What reading the caches throws; null when they can be read.</summary>
    public Exception? Fault { get; set; }

    public static ObjectKey Key { get; } = new("team", "demo");

    public RayCluster Cluster => Api.Cluster!;

    /// <summary>Shows the caches what is true.</summary>
    public void Refresh()
    {
        _clusters.Refresh(Api.Cluster is null ? [] : [Api.Cluster]);
        _pods.Refresh(Api.Pods.Values);
        _services.Refresh(Api.Around.All.OfType<V1Service>());
        _around.Refresh(Api.Around.All);
    }

    /// <summary>The pods as the caches show them, which may be what was true a while ago.</summary>
    public IReadOnlyList<V1Pod> SeenPods => _pods.List();

    public ClusterSnapshot? Observe() => _observer.Observe(Key);

    public Task<ReconcileResult> ReconcileAsync() => _reconciler.ReconcileAsync(Key, TestContext.Current.CancellationToken);

    /// <summary>All events that were sent; none can be recorded afterwards.</summary>
    public async Task<IReadOnlyList<Eventsv1Event>> EndAsync()
    {
        await _events.DrainAsync(TestContext.Current.CancellationToken);
        return Api.Events;
    }

    /// <summary>How jobs end: a condition type; null when they go on for ever.</summary>
    public string? JobEnd { get; set; } = "Complete";

    /// <summary>Terminating pods go, pending ones start, running ones become ready.</summary>
    public void StepNodes()
    {
        foreach (var job in Api.Around.All.OfType<V1Job>())
        {
            job.Status = new() { Conditions = JobEnd is { } end ? [new V1JobCondition { Type = end, Status = "True" }] : [] };
        }

        foreach (var (name, pod) in Api.Pods.ToList())
        {
            if (pod.Metadata.DeletionTimestamp is not null)
            {
                Api.Pods.Remove(name);
            }
            else if (pod.Status.Phase is "Pending")
            {
                Api.Change(name, Run);
            }
            else if (pod.Status.Phase is "Running")
            {
                Api.Change(name, p => SetReady(p));
            }
        }
    }

    /// <summary>Edits the spec as a user would.</summary>
    public void Edit(Action<RayClusterSpec> change)
    {
        var cluster = Cluster with { Metadata = new V1ObjectMeta(), Spec = Cluster.Spec! with { } };
        cluster.Metadata.Name = Cluster.Metadata.Name;
        cluster.Metadata.NamespaceProperty = Cluster.Metadata.NamespaceProperty;
        cluster.Metadata.Uid = Cluster.Metadata.Uid;
        cluster.Metadata.Finalizers = Cluster.Metadata.Finalizers;
        cluster.Metadata.Annotations = Cluster.Metadata.Annotations;
        cluster.Metadata.Generation = Cluster.Metadata.Generation + 1;
        cluster.Metadata.ResourceVersion = Cluster.Metadata.ResourceVersion + "e";
        change(cluster.Spec);
        Api.Cluster = cluster;
    }

    /// <summary>Deletes the cluster as a user would: it goes at once, or stays until its finalizers are gone.</summary>
    public void DeleteCluster() => Api.DeleteCluster();

    // As random as a test can be told in a file.
    private byte[] Entropy() => [.. BitConverter.GetBytes(++_draws), .. new byte[28]];

    private static void Run(V1Pod pod)
    {
        pod.Spec.NodeName = "node";
        pod.Status.Phase = "Running";
        pod.Status.PodIP = "10.0.0.1";
        SetReady(pod);
    }

    private static void SetReady(V1Pod pod) => pod.Status.Conditions = [new V1PodCondition { Type = "Ready", Status = "True" }];
}
