using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Kube.Runtime.Tests.RealCluster;

internal static class ServerVersion
{
    /// <summary>Whether the server is Kubernetes 1.<paramref name="minor"/> or newer.</summary>
    public static async Task<bool> IsAtLeastAsync(IApiTransport transport, int minor, CancellationToken cancellationToken)
    {
        var type = (JsonTypeInfo<JsonObject>)new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }.GetTypeInfo(typeof(JsonObject));
        var version = await transport.SendAsync(new(HttpMethod.Get, "/version"), type, cancellationToken);
        return int.Parse(((string)version["minor"]!).TrimEnd('+'), CultureInfo.InvariantCulture) >= minor;
    }
}
