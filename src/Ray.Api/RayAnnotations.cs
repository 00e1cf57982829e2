namespace Ray.Api;

/// <summary>Annotations that the operator sets or reads, and its finalizer.</summary>
public static class RayAnnotations
{
    /// <summary>
    /// <c>true</c> turns fault tolerance of the head on (older than gcsFaultToleranceOptions); always written on head pods.
    /// </summary>
    public const string FaultToleranceEnabled = "ray.io/ft-enabled";

    /// <summary>Prefix of a cluster's keys in Redis (older than gcsFaultToleranceOptions).</summary>
    public const string ExternalStorageNamespace = "ray.io/external-storage-namespace";

    /// <summary>Seconds that a deleted cluster waits for Redis to be cleared; above 0, default 300.</summary>
    public const string FaultToleranceDeletionTimeout = "ray.io/gcs-ft-deletion-timeout";

    /// <summary><c>true</c>, in any case: the command of the Ray container is the user's own, nothing is generated.</summary>
    public const string OverwriteContainerCommand = "ray.io/overwrite-container-cmd";

    /// <summary>Exactly <c>true</c>: the cluster gets a service for Ray Serve.</summary>
    public const string EnableServeService = "ray.io/enable-serve-service";

    /// <summary>Exactly <c>true</c>: a head that has been ready once is not replaced when it dies.</summary>
    public const string DisableProvisionedHeadRestart = "ray.io/disable-provisioned-head-restart";

    /// <summary>On head pods: hash of the spec they were made from, for the upgrade strategy Recreate.</summary>
    public const string UpgradeStrategyRecreateHash = "ray.io/upgrade-strategy-recreate-hash";

    /// <summary>On head pods: version of the operator that made them.</summary>
    public const string OperatorVersion = "ray.io/kuberay-version";

    /// <summary>On the cluster: becomes the class of its Ingress.</summary>
    public const string IngressClass = "kubernetes.io/ingress.class";

    /// <summary>Finalizer that holds a deleted cluster until Redis is cleared.</summary>
    public const string RedisCleanupFinalizer = "ray.io/gcs-ft-redis-cleanup-finalizer";

    /// <summary>Written by the controller of RayService: hash of the spec without its scale.</summary>
    public const string HashWithoutReplicasAndWorkersToDelete = "ray.io/hash-without-replicas-and-workers-to-delete";

    /// <summary>Written by the controller of RayService: number of worker groups.</summary>
    public const string NumberOfWorkerGroups = "ray.io/num-worker-groups";

    /// <summary>
    /// Version that a cluster was written in, when that is not the version that shows it: <c>v1alpha1</c> on a <c>ray.io/v1</c> cluster means the
    /// semantics of 2020, see <see cref="RayClusterOrigin"/>; <c>v1</c> on a <c>ray.io/v1alpha1</c> one means those of v1.
    /// </summary>
    public const string OriginVersion = "ray.io/origin-version";

    /// <summary>What the other version of a cluster says and this one cannot; written and read by conversion alone.</summary>
    public const string Conversion = "ray.io/conversion";
}
