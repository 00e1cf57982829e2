using System.Globalization;
using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Speaks to etcd's JSON gateway.</summary>
internal static class EtcdHttp
{
    /// <summary>Forgets everything before the present revision, as the API server does every five minutes with what is older than that.</summary>
    /// <returns>The revision.</returns>
    public static async Task<long> CompactAsync(HttpClient client, Uri etcd, CancellationToken cancellationToken)
    {
        // Any answer names the present revision; the key "\0" has no value.
        var found = await PostAsync(client, new Uri(etcd, "v3/kv/range"), new JsonObject { ["key"] = "AA==" }, cancellationToken);
        var revision = (string?)found["header"]?["revision"]
            ?? throw new ControlPlaneException($"etcd at {etcd} names no revision: {found.ToJsonString()}");
        await PostAsync(client, new Uri(etcd, "v3/kv/compaction"), new JsonObject { ["revision"] = revision, ["physical"] = true }, cancellationToken);
        return long.Parse(revision, CultureInfo.InvariantCulture);
    }

    private static async Task<JsonObject> PostAsync(HttpClient client, Uri address, JsonObject body, CancellationToken cancellationToken)
    {
        using var content = new StringContent(body.ToJsonString());
        using var response = await client.PostAsync(address, content, cancellationToken);
        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode && JsonNode.Parse(answer) is JsonObject json
            ? json
            : throw new ControlPlaneException($"etcd answers {(int)response.StatusCode} to {address}: {answer}");
    }
}
