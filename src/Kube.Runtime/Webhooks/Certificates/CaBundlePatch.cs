using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Kube.Runtime.Webhooks;

/// <summary>Works out how an object is told a bundle of authorities.</summary>
internal static class CaBundlePatch
{
    /// <summary>
    /// The patch; null when the object has the bundle, or names no webhook. Fails instead of writing when webhooks changed places since the
    /// object was read.
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
                var path = string.Create(CultureInfo.InvariantCulture, $"/webhooks/{index}");
                if (Add(operations, webhooks[index]?["clientConfig"], path + "/clientConfig", wanted))
                {
                    operations.Insert(operations.Count - 1, Operation("test", path + "/name", webhooks[index]?["name"]));
                }
            }
        }

        return operations.Count == 0 ? null : operations;
    }

    private static bool Add(JsonArray operations, JsonNode? clientConfig, string path, string wanted)
    {
        if (clientConfig is not JsonObject config || (string?)config["caBundle"] == wanted)
        {
            return false;
        }

        operations.Add((JsonNode)Operation("add", path + "/caBundle", wanted));
        return true;
    }

    private static JsonObject Operation(string op, string path, JsonNode? value) =>
        new() { ["op"] = op, ["path"] = path, ["value"] = value?.DeepClone() };
}
