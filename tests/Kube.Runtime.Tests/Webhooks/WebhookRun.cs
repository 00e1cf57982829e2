using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Kube.Runtime.Webhooks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Runtime.Tests.Webhooks;

/// <summary>A webhook server on a free port of the loopback, and a client that trusts it, as an API server does.</summary>
internal sealed class WebhookRun : IAsyncDisposable
{
    private readonly WebhookServer _server;

    private WebhookRun(WebhookServer server, string authorityPem)
    {
        _server = server;
        Client = new(ClientHandler(authorityPem)) { BaseAddress = new($"https://127.0.0.1:{server.Port}") };
    }

    public HttpClient Client { get; }

    public static Task<WebhookRun> StartAsync(params Webhook[] webhooks) => StartAsync(new WebhookServerOptions(), webhooks);

    public static async Task<WebhookRun> StartAsync(WebhookServerOptions options, params Webhook[] webhooks)
    {
        var pair = CertificateIssuer.Issue(["127.0.0.1"], DateTimeOffset.UtcNow, TimeSpan.FromHours(1));
        var server = new WebhookServer(options with { Address = "127.0.0.1", Port = 0 }, new FixedCertificate(pair), webhooks, NullLoggerFactory.Instance);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return new(server, pair.AuthorityPem);
    }

    public async Task<(int Code, JsonObject Body)> PostAsync(string path, string body) => await PostAsync(path, Encoding.UTF8.GetBytes(body));

    public async Task<(int Code, JsonObject Body)> PostAsync(string path, byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await Client.PostAsync(path, content, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, JsonNode.Parse(text)!.AsObject());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.StopAsync(CancellationToken.None);
        await _server.DisposeAsync();
    }

    /// <summary>Trusts the authorities of a bundle and nobody else.</summary>
    public static SocketsHttpHandler ClientHandler(string bundle)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(CertificateLoader.All(bundle));
        return new() { SslOptions = new() { CertificateChainPolicy = policy } };
    }

    private sealed class FixedCertificate(ServingPair pair) : IServingCertificate
    {
        public SslStreamCertificateContext Current { get; } = CertificateLoader.Context(pair.CertificatePem, pair.KeyPem);
    }
}
