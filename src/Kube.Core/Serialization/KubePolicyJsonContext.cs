using System.Text.Json;
using System.Text.Json.Serialization;
using k8s.Models;

namespace Kube;

/// <summary>Source-generated JSON for the kinds that say who may do what and who may reach whom.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata, // with converters nothing else is used
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    Converters = [typeof(KubernetesTimeConverter), typeof(QuantityConverter)])]
[JsonSerializable(typeof(JsonElement))] // what managedFields hold
[JsonSerializable(typeof(V1ClusterRole))]
[JsonSerializable(typeof(V1ClusterRoleBinding))]
[JsonSerializable(typeof(V1Ingress))]
[JsonSerializable(typeof(V1NetworkPolicy))]
[JsonSerializable(typeof(V1PodDisruptionBudget))]
[JsonSerializable(typeof(V1Role))]
[JsonSerializable(typeof(V1RoleBinding))]
public sealed partial class KubePolicyJsonContext : JsonSerializerContext, ISharedJsonContext;
