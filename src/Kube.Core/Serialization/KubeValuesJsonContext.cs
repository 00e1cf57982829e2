using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kube;

/// <summary>Source-generated JSON of values without a type of their own, such as what <c>managedFields</c> holds.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class KubeValuesJsonContext : JsonSerializerContext;
