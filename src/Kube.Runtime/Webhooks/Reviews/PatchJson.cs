using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Kube.Runtime.Webhooks.Reviews;

[JsonSerializable(typeof(JsonArray))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class PatchJson : JsonSerializerContext;
