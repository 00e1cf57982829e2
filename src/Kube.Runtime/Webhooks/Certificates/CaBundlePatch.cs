using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Kube.Runtime.Webhooks;

/// <summary>Works out how an object is told a bundle of authorities.</summary>
internal static class CaBundlePatch
{
    /// <summary>
    /// The patch; null when the object has the bundle, or names no webhook. It bears the resource version that was read, so the API server answers
    /// with a conflict when the object changed since.
    /// </summary>
    public static JsonArray? For(TrustTargetKind kind, JsonObject target, string bundle)
    {
        var wanted = Convert.ToBase64String(Encoding.UTF8.GetBytes(bundle));
        var operations = new JsonArray();
        if (kind == TrustTargetKind.CustomResourceDefinition)
        {
            Add(operations, target["spec"]?["conversion"]?["webhook"]?["clientConfig"], "/spec/conversion/webhook/clientConfig", wanted);
        }
        else
        {
            var webhooks = target["webhooks"] as JsonArray ?? [];
            for (var index = 0; index < webhooks.Count; index++)
            {
                Add(operations, webhooks[index]?["clientConfig"], string.Create(CultureInfo.InvariantCulture, $"/webhooks/{index}/clientConfig"), wanted);
            }
        }

        if (operations.Count == 0)
        {
            return null;
        }

        operations.Insert(0, Operation("replace", "/metadata/resourceVersion", target["metadata"]?["resourceVersion"]));
        return operations;
    }

    private static void Add(JsonArray operations, JsonNode? clientConfig, string path, string wanted)
    {
        if (clientConfig is JsonObject config && (string?)config["caBundle"] != wanted)
        {
            operations.Add((JsonNode)Operation("add", path + "/caBundle", wanted));
        }
    }

    private static JsonObject Operation(string op, string path, JsonNode? value) =>
        new() { ["op"] = op, ["path"] = path, ["value"] = value?.DeepClone() };
}
