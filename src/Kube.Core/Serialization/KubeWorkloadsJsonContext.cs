using System.Text.Json;
using System.Text.Json.Serialization;
using k8s.Models;

namespace Kube;

/// <summary>
/// Source-generated JSON for the kinds that run pods. A context of its own: a program that only handles pods and services does not carry it.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata, // with converters nothing else is used
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    Converters = [typeof(KubernetesTimeConverter), typeof(QuantityConverter)])]
[JsonSerializable(typeof(JsonElement))] // what managedFields hold
[JsonSerializable(typeof(V1CronJob))]
[JsonSerializable(typeof(V1DaemonSet))]
[JsonSerializable(typeof(V1Deployment))]
[JsonSerializable(typeof(V1Job))]
[JsonSerializable(typeof(V1ReplicaSet))]
[JsonSerializable(typeof(V1StatefulSet))]
public sealed partial class KubeWorkloadsJsonContext : JsonSerializerContext, ISharedJsonContext;
