using System.Text.Json;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;

namespace Kube;

/// <summary>
/// Writes objects as request bodies. The caller's object stays as it is: items of lists come without <c>apiVersion</c> and <c>kind</c>,
/// which a body needs, and may be shared by a cache.
/// </summary>
internal static class ObjectBody
{
    private static readonly string[] s_serverOwned =
        ["managedFields", "resourceVersion", "uid", "creationTimestamp", "generation", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds"];

    /// <summary>The whole object.</summary>
    public static byte[] Of<T>(T resource, ResourceType<T> type)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        resource.ApiVersion is null || resource.Kind is null
            ? BytesOf(NodeOf(resource, type))
            : JsonSerializer.SerializeToUtf8Bytes(resource, type.Json);

    /// <summary>The object without what only the server may say of it.</summary>
    public static byte[] ForApply<T>(T resource, ResourceType<T> type)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var body = NodeOf(resource, type);
        if (body["metadata"] is JsonObject metadata)
        {
            foreach (var name in s_serverOwned)
            {
                metadata.Remove(name);
            }
        }

        return BytesOf(body);
    }

    private static JsonObject NodeOf<T>(T resource, ResourceType<T> type)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var body = JsonSerializer.SerializeToNode(resource, type.Json)!.AsObject();
        body["apiVersion"] = type.Definition.ApiVersion;
        body["kind"] = type.Definition.Kind;
        return body;
    }

    private static byte[] BytesOf(JsonObject body)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            body.WriteTo(writer);
        }

        return stream.ToArray();
    }
}
