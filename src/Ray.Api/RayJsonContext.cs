using System.Text.Json;
using System.Text.Json.Serialization;
using Kube;
using Ray.Api.V1;

namespace Ray.Api;

/// <summary>
/// Source-generated JSON of the Ray kinds. Members that are null are not written; unknown members are skipped when reading.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata, // with converters nothing else is used
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    Converters = [typeof(KubernetesTimeConverter), typeof(QuantityConverter)])]
[JsonSerializable(typeof(JsonElement))] // what managedFields hold
[JsonSerializable(typeof(RayCluster))]
public sealed partial class RayJsonContext : JsonSerializerContext, ISharedJsonContext;
