namespace Ray.Api;

/// <summary>Labels that the operator sets or reads.</summary>
public static class RayLabels
{
    /// <summary>Name of the cluster that an object belongs to.</summary>
    public const string Cluster = "ray.io/cluster";

    /// <summary>Role of a pod, see <see cref="RayNodeTypes"/>; also on the head service.</summary>
    public const string NodeType = "ray.io/node-type";

    /// <summary>Worker group of a pod, or <see cref="HeadGroupName"/>.</summary>
    public const string Group = "ray.io/group";

    /// <summary><c>yes</c> on every pod that runs Ray.</summary>
    public const string IsRayNode = "ray.io/is-ray-node";

    /// <summary><c>&lt;cluster&gt;-head</c> or <c>&lt;cluster&gt;-worker</c>, its last 63 characters.</summary>
    public const string Identifier = "ray.io/identifier";

    /// <summary>Name of the application: <see cref="ApplicationName"/> unless the pod template says otherwise.</summary>
    public const string AppName = "app.kubernetes.io/name";

    /// <summary>Who made the object: <see cref="OperatorName"/>.</summary>
    public const string AppCreatedBy = "app.kubernetes.io/created-by";

    /// <summary>On pods of clusters that a RayService owns: <c>true</c> when they serve requests.</summary>
    public const string Serve = "ray.io/serve";

    /// <summary>Name of the cluster, on the headless service of its workers.</summary>
    public const string HeadlessWorkerService = "ray.io/headless-worker-svc";

    /// <summary>Name of a worker's replica, shared by all pods of a replica that spans hosts.</summary>
    public const string WorkerGroupReplicaName = "ray.io/worker-group-replica-name";

    /// <summary>Index of a worker's replica in its group, from 0.</summary>
    public const string WorkerGroupReplicaIndex = "ray.io/worker-group-replica-index";

    /// <summary>Index of a worker pod in its replica, from 0.</summary>
    public const string ReplicaHostIndex = "ray.io/replica-host-index";

    /// <summary>Kind that a cluster was made for: <c>RayJob</c>, <c>RayService</c>; anything else counts as <c>RayCluster</c>.</summary>
    public const string OriginatedFromKind = "ray.io/originated-from-crd";

    /// <summary>Name of the object that a cluster was made for.</summary>
    public const string OriginatedFromName = "ray.io/originated-from-cr-name";

    /// <summary>How the job of a cluster is submitted; set on clusters that a RayJob owns.</summary>
    public const string JobSubmissionMode = "ray.io/job-submission-mode";

    /// <summary>Priority class for batch schedulers; set by users on a cluster.</summary>
    public const string PriorityClassName = "ray.io/priority-class-name";

    /// <summary>Asks batch schedulers to start all pods of a cluster together; set by users on a cluster.</summary>
    public const string GangSchedulingEnabled = "ray.io/gang-scheduling-enabled";

    /// <summary>Value of <see cref="Group"/> on head pods.</summary>
    public const string HeadGroupName = "headgroup";

    /// <summary>Value of <see cref="IsRayNode"/>.</summary>
    public const string Yes = "yes";

    /// <summary>Value of <see cref="AppName"/>.</summary>
    public const string ApplicationName = "kuberay";

    /// <summary>Value of <see cref="AppCreatedBy"/>.</summary>
    public const string OperatorName = "kuberay-operator";
}
