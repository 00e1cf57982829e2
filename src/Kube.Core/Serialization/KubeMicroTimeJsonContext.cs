using System.Text.Json;
using System.Text.Json.Serialization;
using k8s.Models;

namespace Kube;

/// <summary>Source-generated JSON for the built-in kinds that have times of the type <c>MicroTime</c>.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata, // with converters nothing else is used
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(KubernetesMicroTimeConverter)])]
[JsonSerializable(typeof(JsonElement))] // what managedFields hold
[JsonSerializable(typeof(Eventsv1Event))]
[JsonSerializable(typeof(V1Lease))]
public sealed partial class KubeMicroTimeJsonContext : JsonSerializerContext;
