using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube;
using Ray.Api;
using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Desired.Metadata;

/// <summary>
/// What the upgrade strategy <c>Recreate</c> compares: a hash of the spec without that which changes no running pod, above all its scale.
/// KubeRay's hash is of another form and is never compared: the version beside it on the head pod tells which operator wrote it.
/// </summary>
internal static class SpecHash
{
    /// <summary>The hash: 32 hexadecimal digits that depend neither on the order of members nor on empty <c>rayStartParams</c>.</summary>
    public static string Of(RayCluster cluster)
    {
        if (cluster.Spec is null)
        {
            return "";
        }

        var spec = JsonSerializer.SerializeToNode(cluster.Spec, KubeJson.TypeInfo<RayClusterSpec>(RayJsonContext.Default))!.AsObject();
        Remove(spec, "upgradeStrategy", "suspend", "managedBy");
        if (spec["headGroupSpec"] is JsonObject head)
        {
            Simplify(head);
        }

        foreach (var group in (spec["workerGroupSpecs"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Remove(group, "replicas", "minReplicas", "maxReplicas", "scaleStrategy", "suspend");
            Simplify(group);
        }

        // The same spec gives other pods when it comes from the API of 2020.
        if (RayClusterOrigin.IsV1Alpha1(cluster))
        {
            spec["originVersion"] = cluster.Metadata!.Annotations![RayAnnotations.OriginVersion];
        }

        var text = new StringBuilder();
        Write(spec, text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }

    // Where pods may run and when they may start is changed by queueing systems while the pods live.
    private static void Simplify(JsonObject group)
    {
        if (group["rayStartParams"] is JsonObject { Count: 0 })
        {
            group.Remove("rayStartParams");
        }

        if (group["template"]?["spec"] is JsonObject pod)
        {
            Remove(pod, "tolerations", "schedulingGates");
        }
    }

    private static void Remove(JsonObject from, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            from.Remove(name);
        }
    }

    private static void Write(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case JsonObject members:
                text.Append('{');
                foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    text.Append(JsonValue.Create(name).ToJsonString()).Append(':');
                    Write(value, text);
                }

                text.Append('}');
                break;
            case JsonArray items:
                text.Append('[');
                foreach (var item in items)
                {
                    Write(item, text);
                    text.Append(',');
                }

                text.Append(']');
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }
}
