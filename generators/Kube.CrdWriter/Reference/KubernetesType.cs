using Kube.Generators.Json;
using Kube.Generators.Schema;
using Kube.Generators.Schema.KubernetesFacts;

namespace Kube.CrdWriter.Reference;

/// <summary>A type of Kubernetes' own that kinds embed. Its fields are described by Kubernetes, so that pages link there.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Group">Version and group, as Kubernetes' page of the API names its anchors.</param>
/// <param name="Fields">Fields that tell it from all others, with dots between the steps.</param>
internal sealed record KubernetesType(string Name, string Group, params string[] Fields)
{
    private const string Core = "v1-core";
    private const string Meta = "v1-meta";
    private const string Networking = "v1-networking-k8s-io";

    /// <summary>The types that kinds embed most. A schema does not say of which type it is; the first match counts.</summary>
    public static IReadOnlyList<KubernetesType> All { get; } =
    [
        new("Pod", Core, "kind", "spec.containers"),
        new("PodTemplateSpec", Core, "metadata", "spec.containers"),
        new("PodSpec", Core, "containers", "restartPolicy"),
        new("EphemeralContainer", Core, "image", "name", "targetContainerName"),
        new("Container", Core, "command", "image", "name", "volumeMounts"),
        new("Service", Core, "kind", "spec.clusterIP"),
        new("ServiceSpec", Core, "clusterIP", "externalName", "ports"),
        new("ServicePort", Core, "nodePort", "port", "targetPort"),
        new("PersistentVolumeClaim", Core, "kind", "spec.accessModes", "spec.dataSource"),
        new("PersistentVolumeClaimSpec", Core, "accessModes", "dataSource", "storageClassName"),
        new("Volume", Core, "configMap", "emptyDir", "persistentVolumeClaim"),
        new("VolumeMount", Core, "mountPath", "name", "subPath"),
        new("EnvVar", Core, "name", "value", "valueFrom"),
        new("EnvVarSource", Core, "configMapKeyRef", "fieldRef", "secretKeyRef"),
        new("EnvFromSource", Core, "configMapRef", "prefix", "secretRef"),
        new("ResourceRequirements", Core, "claims", "limits", "requests"),
        new("SecurityContext", Core, "allowPrivilegeEscalation", "capabilities"),
        new("PodSecurityContext", Core, "fsGroup", "sysctls"),
        new("Affinity", Core, "nodeAffinity", "podAffinity", "podAntiAffinity"),
        new("Toleration", Core, "effect", "key", "operator", "tolerationSeconds"),
        new("TopologySpreadConstraint", Core, "maxSkew", "topologyKey", "whenUnsatisfiable"),
        new("ObjectReference", Core, "fieldPath", "kind", "name", "resourceVersion", "uid"),
        new("Condition", Meta, "lastTransitionTime", "message", "observedGeneration", "reason", "status", "type"),
        new("LabelSelector", Meta, "matchExpressions", "matchLabels"),
        new("ObjectMeta", Meta, "annotations", "finalizers", "labels", "name"),
        new("IngressTLS", Networking, "hosts", "secretName"),
        new("NetworkPolicyIngressRule", Networking, "from", "ports"),
        new("NetworkPolicyEgressRule", Networking, "ports", "to"),
        new("NetworkPolicyPeer", Networking, "ipBlock", "namespaceSelector", "podSelector"),
    ];

    /// <summary>The metadata of every object.</summary>
    public static KubernetesType ObjectMeta { get; } = All.Single(t => t.Name == nameof(ObjectMeta));

    /// <summary>A link to Kubernetes' description.</summary>
    public string Link => $"[{Name}](https://kubernetes.io/docs/reference/generated/kubernetes-api/v{FactsTable.Version}/#{Name.ToLowerInvariant()}-{Group})";

    /// <summary>The type that a schema is of; null for a type of the kind's authors.</summary>
    public static KubernetesType? Find(JsonObject schema) =>
        IsDescribed(schema) ? null : All.FirstOrDefault(t => t.Fields.All(f => Has(schema, f)));

    // Definitions leave out how Kubernetes describes its fields, so a field that is described belongs to a type of somebody else.
    private static bool IsDescribed(JsonObject schema) =>
        schema.Object(Keywords.Properties).Members.Any(m => (m.Value as JsonObject)?.Text(Keywords.Description) is not null);

    private static bool Has(JsonObject schema, string field) =>
        field.Split('.').Aggregate((JsonObject?)schema, (at, step) => at?.Object(Keywords.Properties)[step] as JsonObject) is not null;
}
