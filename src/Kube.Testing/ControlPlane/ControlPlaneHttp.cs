using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>HTTP towards one API server.</summary>
internal static class ControlPlaneHttp
{
    /// <summary>A client that accepts certificates of one authority, and no others.</summary>
    public static HttpClient CreateClient(Uri server, X509Certificate2 authority)
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(authority);
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust },
        };
        return new HttpClient(handler) { BaseAddress = server };
    }

    public static async Task<string> RequestTokenAsync(
        HttpClient client, string @namespace, string serviceAccount, CancellationToken cancellationToken)
    {
        const string Request = """{"apiVersion":"authentication.k8s.io/v1","kind":"TokenRequest","spec":{"expirationSeconds":3600}}""";
        using var content = new StringContent(Request, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        var path = new Uri($"api/v1/namespaces/{@namespace}/serviceaccounts/{serviceAccount}/token", UriKind.Relative);
        using var response = await client.PostAsync(path, content, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new ControlPlaneException($"No token for {@namespace}/{serviceAccount}: {(int)response.StatusCode} {body}");
        }

        return (string?)JsonNode.Parse(body)?["status"]?["token"]
            ?? throw new ControlPlaneException("The TokenRequest's answer holds no token.");
    }
}
