using System.Security.Cryptography;
using k8s.Models;
using Kube;
using Kube.Runtime.Controllers;
using Kube.Runtime.Events;
using Kube.Runtime.Queueing;
using Kube.Runtime.Watching;
using Microsoft.Extensions.Logging;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Applying;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;

namespace Ray.Operator.RayClusters;

/// <summary>
/// What is watched, and what wakes a cluster: changes of its spec, labels and annotations, of its pods and of the objects around them.
/// </summary>
[Rbac<RayCluster>(RbacVerbs.List, RbacVerbs.Watch)]
[Rbac<V1Pod>(RbacVerbs.List, RbacVerbs.Watch)]
[Rbac<V1Service>(RbacVerbs.List, RbacVerbs.Watch)]
internal sealed class RayClusterController
{
    /// <summary>The pods that are cached: other pods of the cluster cost neither memory nor traffic.</summary>
    public const string PodSelector = "ray.io/node-type in (head,worker,redis-cleanup)";

    // What was begun is finished before a new cluster is: of many that are created together, the first are ready long before the last. Pods of
    // a cluster start side by side, so their news are looked at together.
    private static readonly TriggerOptions s_progress = new() { Priority = QueuePriority.High, Debounce = TimeSpan.FromMilliseconds(100) };

    // As many as a token has.
    public const int EntropyLength = 32;

    /// <summary>Builds the controller of one namespace, or of all.</summary>
    /// <param name="transport">Reaches the API server.</param>
    /// <param name="events">Sends events.</param>
    /// <param name="options">Options of the operator.</param>
    /// <param name="namespace">The namespace; null for all.</param>
    /// <param name="loggers">Makes loggers.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stopping">Cancelled when the process is asked to stop.</param>
    public RayClusterController(
        IApiTransport transport, EventRecorder events, OperatorOptions options, string? @namespace, ILoggerFactory loggers,
        TimeProvider time, CancellationToken stopping = default)
    {
        var everything = new InformerOptions { Namespace = @namespace };
        Clusters = new(transport, RayCluster.ResourceType, everything, loggers.CreateLogger<Informer<RayCluster>>(), time);
        Pods = new(
            transport, BuiltInResources.Pods, everything with { LabelSelector = PodSelector }, loggers.CreateLogger<Informer<V1Pod>>(),
            time)
        {
            Transform = CachedPod.Of,
        };
        Services = new(transport, BuiltInResources.Services, everything, loggers.CreateLogger<Informer<V1Service>>(), time);
        Around = new(transport, @namespace, loggers, time);

        var builder = new ControllerBuilder("raycluster")
            .For(
                Clusters,
                Predicates.GenerationChanged<RayCluster>() | Predicates.LabelsChanged<RayCluster>() | Predicates.AnnotationsChanged<RayCluster>())
            .Owns(Pods, trigger: s_progress)
            .Owns(Services, trigger: s_progress);
        Controller = Around.OwnedIn(builder)
            .OnUndecodable(unreadable => Report(events, unreadable))
            .WithWorkers(options.Concurrency)
            .WithLogger(loggers.CreateLogger<RayClusterController>())
            .WithTimeProvider(time)
            .Build(Reconciler(transport, events, options.Settings, loggers, time, stopping));
    }

    /// <summary>Cache of RayClusters.</summary>
    public Informer<RayCluster> Clusters { get; }

    /// <summary>Cache of the pods of RayClusters.</summary>
    public Informer<V1Pod> Pods { get; }

    /// <summary>Caches of the other objects around the pods.</summary>
    public AroundInformers Around { get; }

    /// <summary>Cache of services.</summary>
    public Informer<V1Service> Services { get; }

    /// <summary>The loop.</summary>
    public Controller Controller { get; }

    private RayClusterReconciler Reconciler(
        IApiTransport transport, EventRecorder events, OperatorSettings settings, ILoggerFactory loggers, TimeProvider time,
        CancellationToken stopping)
    {
        var expectations = new ExpectationTracker();
        var ownWrites = new OwnWrites();
        var caches = new ClusterCaches(Clusters.Lister, Pods.Lister, Services.Lister, Around.Caches, () => Pods.Undecodable);
        var pods = new ResourceClient<V1Pod>(transport, BuiltInResources.Pods);
        var clusters = new ResourceClient<RayCluster>(transport, RayCluster.ResourceType);
        var executor = new PlanExecutor(
            pods, new(new(transport), expectations, time), new(clusters, ownWrites), expectations, time, stopping);
        var statuses = new StatusWriter(clusters, ownWrites);
        return new(
            new ExpectationVerifier(caches, expectations, pods, time),
            new ClusterObserver(caches, expectations, ownWrites, settings, time, () => RandomNumberGenerator.GetBytes(EntropyLength)),
            executor,
            new Reporter(events, statuses, loggers.CreateLogger<RayClusterReconciler>()),
            new FaultReporter(caches, events));
    }

    // An object that cannot be read is left as it is, with its pods; the others go on.
    private static void Report(EventRecorder events, UndecodableObject unreadable)
    {
        var regarding = new V1ObjectReference
        {
            ApiVersion = RayCluster.ResourceType.Definition.ApiVersion,
            Kind = RayCluster.ResourceType.Definition.Kind,
            NamespaceProperty = unreadable.Key.Namespace,
            Name = unreadable.Key.Name,
            Uid = unreadable.Uid,
            ResourceVersion = unreadable.ResourceVersion,
        };
        events.Record(
            regarding,
            EventType.Warning,
            Notices.UnreadableRayCluster,
            "Validate",
            $"The RayCluster {unreadable.Key} cannot be read and is left alone: {unreadable.Problem}; "
            + "correct it, or recreate it with the CRD in crd/");
    }
}
