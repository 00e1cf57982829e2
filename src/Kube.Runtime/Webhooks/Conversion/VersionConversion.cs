using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube.Runtime.Webhooks;

/// <summary>The way between the JSON of one version and the hub.</summary>
internal sealed record VersionConversion<THub>(Func<JsonElement, THub> ToHub, Func<THub, JsonObject> FromHub);
