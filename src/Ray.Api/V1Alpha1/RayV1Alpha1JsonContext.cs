using System.Text.Json;
using System.Text.Json.Serialization;
using Kube;

namespace Ray.Api.V1Alpha1;

/// <summary>
/// Source-generated JSON of <c>ray.io/v1alpha1</c>. Members that are null are not written; unknown members are skipped when reading.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata, // with converters nothing else is used
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    Converters = [typeof(KubernetesTimeConverter), typeof(QuantityConverter)])]
[JsonSerializable(typeof(JsonElement))] // what managedFields hold
[JsonSerializable(typeof(RayCluster))]
public sealed partial class RayV1Alpha1JsonContext : JsonSerializerContext, ISharedJsonContext;
