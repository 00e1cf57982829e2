using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using k8s;
using k8s.Models;

namespace Kube;

/// <summary>
/// The built-in kinds that this package can read and write without reflection. For any other, declare a
/// <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> with its type and make a <see cref="ResourceType{T}"/> of it.
/// </summary>
/// <remarks>Each is made when it is first asked for: a program that is compiled ahead of time carries the JSON of the kinds that it names.</remarks>
public static class BuiltInResources
{
    /// <summary>Pods.</summary>
    public static ResourceType<V1Pod> Pods => field ??= Of("", "Pod", KubeJsonContext.Default.V1Pod);

    /// <summary>Services.</summary>
    public static ResourceType<V1Service> Services => field ??= Of("", "Service", KubeJsonContext.Default.V1Service);

    /// <summary>Config maps.</summary>
    public static ResourceType<V1ConfigMap> ConfigMaps => field ??= Of("", "ConfigMap", KubeJsonContext.Default.V1ConfigMap);

    /// <summary>Secrets.</summary>
    public static ResourceType<V1Secret> Secrets => field ??= Of("", "Secret", KubeJsonContext.Default.V1Secret);

    /// <summary>Service accounts.</summary>
    public static ResourceType<V1ServiceAccount> ServiceAccounts => field ??= Of("", "ServiceAccount", KubeJsonContext.Default.V1ServiceAccount);

    /// <summary>Persistent volume claims.</summary>
    public static ResourceType<V1PersistentVolumeClaim> PersistentVolumeClaims => field ??= Of("", "PersistentVolumeClaim", KubeJsonContext.Default.V1PersistentVolumeClaim);

    /// <summary>Namespaces; cluster-scoped.</summary>
    public static ResourceType<V1Namespace> Namespaces => field ??= Of("", "Namespace", KubeJsonContext.Default.V1Namespace, isNamespaced: false);

    /// <summary>Nodes; cluster-scoped.</summary>
    public static ResourceType<V1Node> Nodes => field ??= Of("", "Node", KubeJsonContext.Default.V1Node, isNamespaced: false);

    /// <summary>Events of <c>events.k8s.io/v1</c>.</summary>
    public static ResourceType<Eventsv1Event> Events => field ??=
        new(new("events.k8s.io", "v1", "Event", "events"), KubeMicroTimeJsonContext.Default.Eventsv1Event);

    /// <summary>Leases of <c>coordination.k8s.io/v1</c>.</summary>
    public static ResourceType<V1Lease> Leases => field ??=
        new(new("coordination.k8s.io", "v1", "Lease", "leases"), KubeMicroTimeJsonContext.Default.V1Lease);

    /// <summary>Deployments of <c>apps/v1</c>.</summary>
    public static ResourceType<V1Deployment> Deployments => field ??= Of("apps", "Deployment", KubeWorkloadsJsonContext.Default.V1Deployment);

    /// <summary>Replica sets of <c>apps/v1</c>.</summary>
    public static ResourceType<V1ReplicaSet> ReplicaSets => field ??= Of("apps", "ReplicaSet", KubeWorkloadsJsonContext.Default.V1ReplicaSet);

    /// <summary>Stateful sets of <c>apps/v1</c>.</summary>
    public static ResourceType<V1StatefulSet> StatefulSets => field ??= Of("apps", "StatefulSet", KubeWorkloadsJsonContext.Default.V1StatefulSet);

    /// <summary>Daemon sets of <c>apps/v1</c>.</summary>
    public static ResourceType<V1DaemonSet> DaemonSets => field ??= Of("apps", "DaemonSet", KubeWorkloadsJsonContext.Default.V1DaemonSet);

    /// <summary>Jobs of <c>batch/v1</c>.</summary>
    public static ResourceType<V1Job> Jobs => field ??= Of("batch", "Job", KubeWorkloadsJsonContext.Default.V1Job);

    /// <summary>Cron jobs of <c>batch/v1</c>; served since Kubernetes 1.21.</summary>
    public static ResourceType<V1CronJob> CronJobs => field ??= Of("batch", "CronJob", KubeWorkloadsJsonContext.Default.V1CronJob);

    /// <summary>Roles.</summary>
    public static ResourceType<V1Role> Roles => field ??= Of("rbac.authorization.k8s.io", "Role", KubePolicyJsonContext.Default.V1Role);

    /// <summary>Role bindings.</summary>
    public static ResourceType<V1RoleBinding> RoleBindings => field ??= Of("rbac.authorization.k8s.io", "RoleBinding", KubePolicyJsonContext.Default.V1RoleBinding);

    /// <summary>Cluster roles; cluster-scoped.</summary>
    public static ResourceType<V1ClusterRole> ClusterRoles => field ??= Of("rbac.authorization.k8s.io", "ClusterRole", KubePolicyJsonContext.Default.V1ClusterRole, isNamespaced: false);

    /// <summary>Cluster role bindings; cluster-scoped.</summary>
    public static ResourceType<V1ClusterRoleBinding> ClusterRoleBindings => field ??= Of("rbac.authorization.k8s.io", "ClusterRoleBinding", KubePolicyJsonContext.Default.V1ClusterRoleBinding, isNamespaced: false);

    /// <summary>Ingresses of <c>networking.k8s.io/v1</c>.</summary>
    public static ResourceType<V1Ingress> Ingresses => field ??= Of("networking.k8s.io", "Ingress", KubePolicyJsonContext.Default.V1Ingress);

    /// <summary>Network policies of <c>networking.k8s.io/v1</c>.</summary>
    public static ResourceType<V1NetworkPolicy> NetworkPolicies => field ??= Of("networking.k8s.io", "NetworkPolicy", KubePolicyJsonContext.Default.V1NetworkPolicy);

    /// <summary>Pod disruption budgets of <c>policy/v1</c>; served since Kubernetes 1.21.</summary>
    public static ResourceType<V1PodDisruptionBudget> PodDisruptionBudgets => field ??= Of("policy", "PodDisruptionBudget", KubePolicyJsonContext.Default.V1PodDisruptionBudget);

    // The plural is the property's name in lower case.
    private static ResourceType<T> Of<T>(string group, string kind, JsonTypeInfo<T> json, bool isNamespaced = true, [CallerMemberName] string property = "")
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        new(new(group, "v1", kind, property.ToLowerInvariant(), isNamespaced), json);
}
