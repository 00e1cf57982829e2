namespace Kube.Testing;

/// <summary>The kinds of Kubernetes itself that the server stores.</summary>
internal static class BuiltInResourceTable
{
    private static readonly ScalePaths s_replicas = new("spec.replicas", "status.replicas", "status.selector");

    public static IReadOnlyList<ApiResource> All { get; } =
    [
        Core("configmaps", "ConfigMap", "cm"),
        Core("endpoints", "Endpoints", "ep"),
        Core("events", "Event", "ev"),
        Core("limitranges", "LimitRange", "limits"),
        Core("namespaces", "Namespace", "ns") with { IsNamespaced = false, HasStatus = true },
        Core("nodes", "Node", "no") with { IsNamespaced = false, HasStatus = true },
        Core("persistentvolumeclaims", "PersistentVolumeClaim", "pvc") with { HasStatus = true },
        Core("persistentvolumes", "PersistentVolume", "pv") with { IsNamespaced = false, HasStatus = true },
        Core("pods", "Pod", "po") with { HasStatus = true, Categories = ["all"] },
        Core("podtemplates", "PodTemplate"),
        Core("replicationcontrollers", "ReplicationController", "rc") with { HasStatus = true, HasGeneration = true, Scale = s_replicas, Categories = ["all"] },
        Core("resourcequotas", "ResourceQuota", "quota") with { HasStatus = true },
        Core("secrets", "Secret"),
        Core("serviceaccounts", "ServiceAccount", "sa"),
        Core("services", "Service", "svc") with { HasStatus = true, Categories = ["all"] },
        new("apps", "v1", "controllerrevisions", "ControllerRevision", true),
        Workload("apps", "daemonsets", "DaemonSet", "ds"),
        Workload("apps", "deployments", "Deployment", "deploy") with { Scale = s_replicas },
        Workload("apps", "replicasets", "ReplicaSet", "rs") with { Scale = s_replicas },
        Workload("apps", "statefulsets", "StatefulSet", "sts") with { Scale = s_replicas },
        new("events.k8s.io", "v1", "events", "Event", true) { ShortNames = ["ev"] },
        Workload("autoscaling", "horizontalpodautoscalers", "HorizontalPodAutoscaler", "hpa") with { HasGeneration = false },
        Workload("batch", "cronjobs", "CronJob", "cj"),
        Workload("batch", "jobs", "Job") with { HasGeneration = false },
        new("networking.k8s.io", "v1", "ingressclasses", "IngressClass", false) { HasGeneration = true },
        new("networking.k8s.io", "v1", "ingresses", "Ingress", true) { ShortNames = ["ing"], HasStatus = true, HasGeneration = true },
        new("networking.k8s.io", "v1", "networkpolicies", "NetworkPolicy", true) { ShortNames = ["netpol"], HasGeneration = true },
        new("policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget", true) { ShortNames = ["pdb"], HasStatus = true, HasGeneration = true },
        new("rbac.authorization.k8s.io", "v1", "clusterrolebindings", "ClusterRoleBinding", false),
        new("rbac.authorization.k8s.io", "v1", "clusterroles", "ClusterRole", false),
        new("rbac.authorization.k8s.io", "v1", "rolebindings", "RoleBinding", true),
        new("rbac.authorization.k8s.io", "v1", "roles", "Role", true),
        new("storage.k8s.io", "v1", "storageclasses", "StorageClass", false) { ShortNames = ["sc"] },
        new("admissionregistration.k8s.io", "v1", "mutatingwebhookconfigurations", "MutatingWebhookConfiguration", false)
        {
            HasGeneration = true,
            Categories = ["api-extensions"],
        },
        new("admissionregistration.k8s.io", "v1", "validatingwebhookconfigurations", "ValidatingWebhookConfiguration", false)
        {
            HasGeneration = true,
            Categories = ["api-extensions"],
        },
        new("apiextensions.k8s.io", "v1", "customresourcedefinitions", "CustomResourceDefinition", false)
        {
            ShortNames = ["crd", "crds"],
            HasStatus = true,
            HasGeneration = true,
            Categories = ["api-extensions"],
        },
        new("scheduling.k8s.io", "v1", "priorityclasses", "PriorityClass", false) { ShortNames = ["pc"], HasGeneration = true },
        new("coordination.k8s.io", "v1", "leases", "Lease", true),
        new("discovery.k8s.io", "v1", "endpointslices", "EndpointSlice", true) { HasGeneration = true },
    ];

    private static ApiResource Core(string plural, string kind, params string[] shortNames) => new("", "v1", plural, kind, true) { ShortNames = shortNames };

    private static ApiResource Workload(string group, string plural, string kind, params string[] shortNames) =>
        new(group, "v1", plural, kind, true) { ShortNames = shortNames, HasStatus = true, HasGeneration = true, Categories = ["all"] };
}
