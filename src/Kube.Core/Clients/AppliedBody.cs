using System.Text.Json;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;

namespace Kube;

/// <summary>The body of a server-side apply: the object without what only the server may say of it.</summary>
internal static class AppliedBody
{
    private static readonly string[] s_serverOwned =
        ["managedFields", "resourceVersion", "uid", "creationTimestamp", "generation", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds"];

    public static byte[] Of<T>(T resource, ResourceType<T> type)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var body = JsonSerializer.SerializeToNode(resource, type.Json)!.AsObject();
        body["apiVersion"] = type.Definition.ApiVersion;
        body["kind"] = type.Definition.Kind;
        if (body["metadata"] is JsonObject metadata)
        {
            foreach (var name in s_serverOwned)
            {
                metadata.Remove(name);
            }
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            body.WriteTo(writer);
        }

        return stream.ToArray();
    }
}
