using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using k8s;
using k8s.Models;

namespace Kube;

/// <summary>
/// The built-in kinds that this package can read and write without reflection. For any other, declare a
/// <see cref="JsonSerializerContext"/> with its type and make a <see cref="ResourceType{T}"/> of it.
/// </summary>
/// <remarks>Each is made when it is first asked for: a program that is compiled ahead of time carries the JSON of the kinds that it names.</remarks>
public static class BuiltInResources
{
    /// <summary>Pods.</summary>
    public static ResourceType<V1Pod> Pods => field ??= Of<V1Pod>("", "Pod", KubeJsonContext.Default);

    /// <summary>Services.</summary>
    public static ResourceType<V1Service> Services => field ??= Of<V1Service>("", "Service", KubeJsonContext.Default);

    /// <summary>Config maps.</summary>
    public static ResourceType<V1ConfigMap> ConfigMaps => field ??= Of<V1ConfigMap>("", "ConfigMap", KubeJsonContext.Default);

    /// <summary>Secrets.</summary>
    public static ResourceType<V1Secret> Secrets => field ??= Of<V1Secret>("", "Secret", KubeJsonContext.Default);

    /// <summary>Service accounts.</summary>
    public static ResourceType<V1ServiceAccount> ServiceAccounts => field ??= Of<V1ServiceAccount>("", "ServiceAccount", KubeJsonContext.Default);

    /// <summary>Persistent volume claims.</summary>
    public static ResourceType<V1PersistentVolumeClaim> PersistentVolumeClaims => field ??= Of<V1PersistentVolumeClaim>("", "PersistentVolumeClaim", KubeJsonContext.Default);

    /// <summary>Namespaces; cluster-scoped.</summary>
    public static ResourceType<V1Namespace> Namespaces => field ??= Of<V1Namespace>("", "Namespace", KubeJsonContext.Default, isNamespaced: false);

    /// <summary>Nodes; cluster-scoped.</summary>
    public static ResourceType<V1Node> Nodes => field ??= Of<V1Node>("", "Node", KubeJsonContext.Default, isNamespaced: false);

    /// <summary>Events of <c>events.k8s.io/v1</c>.</summary>
    public static ResourceType<Eventsv1Event> Events => field ??=
        new(new("events.k8s.io", "v1", "Event", "events"), KubeMicroTimeJsonContext.Default.Eventsv1Event);

    /// <summary>Leases of <c>coordination.k8s.io/v1</c>.</summary>
    public static ResourceType<V1Lease> Leases => field ??=
        new(new("coordination.k8s.io", "v1", "Lease", "leases"), KubeMicroTimeJsonContext.Default.V1Lease);

    /// <summary>Deployments of <c>apps/v1</c>.</summary>
    public static ResourceType<V1Deployment> Deployments => field ??= Of<V1Deployment>("apps", "Deployment", KubeWorkloadsJsonContext.Default);

    /// <summary>Replica sets of <c>apps/v1</c>.</summary>
    public static ResourceType<V1ReplicaSet> ReplicaSets => field ??= Of<V1ReplicaSet>("apps", "ReplicaSet", KubeWorkloadsJsonContext.Default);

    /// <summary>Stateful sets of <c>apps/v1</c>.</summary>
    public static ResourceType<V1StatefulSet> StatefulSets => field ??= Of<V1StatefulSet>("apps", "StatefulSet", KubeWorkloadsJsonContext.Default);

    /// <summary>Daemon sets of <c>apps/v1</c>.</summary>
    public static ResourceType<V1DaemonSet> DaemonSets => field ??= Of<V1DaemonSet>("apps", "DaemonSet", KubeWorkloadsJsonContext.Default);

    /// <summary>Jobs of <c>batch/v1</c>.</summary>
    public static ResourceType<V1Job> Jobs => field ??= Of<V1Job>("batch", "Job", KubeWorkloadsJsonContext.Default);

    /// <summary>Cron jobs of <c>batch/v1</c>; served since Kubernetes 1.21.</summary>
    public static ResourceType<V1CronJob> CronJobs => field ??= Of<V1CronJob>("batch", "CronJob", KubeWorkloadsJsonContext.Default);

    /// <summary>Roles.</summary>
    public static ResourceType<V1Role> Roles => field ??= Of<V1Role>("rbac.authorization.k8s.io", "Role", KubePolicyJsonContext.Default);

    /// <summary>Role bindings.</summary>
    public static ResourceType<V1RoleBinding> RoleBindings => field ??= Of<V1RoleBinding>("rbac.authorization.k8s.io", "RoleBinding", KubePolicyJsonContext.Default);

    /// <summary>Cluster roles; cluster-scoped.</summary>
    public static ResourceType<V1ClusterRole> ClusterRoles => field ??= Of<V1ClusterRole>("rbac.authorization.k8s.io", "ClusterRole", KubePolicyJsonContext.Default, isNamespaced: false);

    /// <summary>Cluster role bindings; cluster-scoped.</summary>
    public static ResourceType<V1ClusterRoleBinding> ClusterRoleBindings => field ??= Of<V1ClusterRoleBinding>("rbac.authorization.k8s.io", "ClusterRoleBinding", KubePolicyJsonContext.Default, isNamespaced: false);

    /// <summary>Ingresses of <c>networking.k8s.io/v1</c>.</summary>
    public static ResourceType<V1Ingress> Ingresses => field ??= Of<V1Ingress>("networking.k8s.io", "Ingress", KubePolicyJsonContext.Default);

    /// <summary>Network policies of <c>networking.k8s.io/v1</c>.</summary>
    public static ResourceType<V1NetworkPolicy> NetworkPolicies => field ??= Of<V1NetworkPolicy>("networking.k8s.io", "NetworkPolicy", KubePolicyJsonContext.Default);

    /// <summary>Pod disruption budgets of <c>policy/v1</c>; served since Kubernetes 1.21.</summary>
    public static ResourceType<V1PodDisruptionBudget> PodDisruptionBudgets => field ??= Of<V1PodDisruptionBudget>("policy", "PodDisruptionBudget", KubePolicyJsonContext.Default);

    // The plural is the property's name in lower case.
    private static ResourceType<T> Of<T>(string group, string kind, JsonSerializerContext json, bool isNamespaced = true, [CallerMemberName] string property = "")
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        new(new(group, "v1", kind, property.ToLowerInvariant(), isNamespaced), KubeJson.TypeInfo<T>(json));
}
