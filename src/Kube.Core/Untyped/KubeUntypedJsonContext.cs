using System.Text.Json;
using System.Text.Json.Serialization;
using k8s.Models;

namespace Kube;

/// <summary>Source-generated JSON of objects that are read without a type of their own.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata, // with converters nothing else is used
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(KubernetesTimeConverter), typeof(QuantityConverter)])]
[JsonSerializable(typeof(JsonElement))] // what managedFields hold
[JsonSerializable(typeof(PartialObjectMetadata))]
[JsonSerializable(typeof(UnstructuredObject))]
[JsonSerializable(typeof(V1ObjectMeta))]
public sealed partial class KubeUntypedJsonContext : JsonSerializerContext, ISharedJsonContext;
