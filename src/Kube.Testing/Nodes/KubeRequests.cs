using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>The few requests that a kubelet sends. A refusal becomes an <see cref="HttpRequestException"/> with its status code.</summary>
internal sealed class KubeRequests(HttpClient client)
{
    public const string StrategicMergePatch = "application/strategic-merge-patch+json";
    public const string MergePatch = "application/merge-patch+json";

    public async Task<JsonObject> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await OpenAsync(path, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var node = await JsonNode.ParseAsync(body, cancellationToken: cancellationToken);
        return node as JsonObject ?? throw new JsonException($"{path}: the answer is not an object.");
    }

    public Task PostAsync(string path, JsonObject body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, body, "application/json", cancellationToken);

    public Task PatchAsync(string path, JsonObject body, string mediaType, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Patch, path, body, mediaType, cancellationToken);

    public Task DeleteAsync(string path, JsonObject options, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Delete, path, options, "application/json", cancellationToken);

    /// <summary>Returns when the headers are there; the caller reads the body and disposes the response.</summary>
    public async Task<HttpResponseMessage> OpenAsync(string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, cancellationToken);
    }

    private async Task SendAsync(HttpMethod method, string path, JsonObject body, string mediaType, CancellationToken cancellationToken)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue(mediaType));
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await SendAsync(request, cancellationToken);
        // The body is read to its end, so that the connection can be used again.
        await response.Content.CopyToAsync(Stream.Null, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            var answer = await response.Content.ReadAsStringAsync(cancellationToken);
            var message = $"{request.Method} {request.RequestUri}: {(int)response.StatusCode} {answer}";
            throw new HttpRequestException(message, null, response.StatusCode);
        }
    }
}
