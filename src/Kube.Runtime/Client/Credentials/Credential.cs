using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Runtime.Client.Credentials;

/// <summary>What identifies the client on one request.</summary>
/// <param name="Authorization">Authorization header; null for none.</param>
/// <param name="Certificate">Client certificate with its key; null for none.</param>
public sealed record Credential(AuthenticationHeaderValue? Authorization, X509Certificate2? Certificate)
{
    /// <summary>A bearer token.</summary>
    public static Credential Bearer(string token, X509Certificate2? certificate = null) => new(new("Bearer", token), certificate);
}
