using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kube.Runtime.Client.Configuration;
using Kube.Runtime.Client.Credentials;

namespace Kube.Runtime.Client;

/// <summary>The credentials that every pod is given by its service account.</summary>
internal static class InClusterConfig
{
    /// <summary>The connection, or null outside a pod.</summary>
    /// <exception cref="KubeConfigException">The pod has no token or certificate authority.</exception>
    public static ApiServerConnection? TryLoad(ProcessEnvironment environment)
    {
        if (string.IsNullOrEmpty(environment.ServiceHost) || string.IsNullOrEmpty(environment.ServicePort))
        {
            return null;
        }

        var token = Path.Combine(environment.ServiceAccountDirectory, "token");
        var authority = Path.Combine(environment.ServiceAccountDirectory, "ca.crt");
        if (!File.Exists(token) || !File.Exists(authority))
        {
            throw new KubeConfigException(
                $"This pod has no service account token at {token}. Does its spec or service account set automountServiceAccountToken: false?");
        }

        var host = environment.ServiceHost.Contains(':', StringComparison.Ordinal) ? $"[{environment.ServiceHost}]" : environment.ServiceHost;
        return new ApiServerConnection
        {
            Server = new Uri($"https://{host}:{environment.ServicePort}"),
            Origin = "the pod's service account",
            Namespace = NamespaceOf(environment.ServiceAccountDirectory),
            CertificateAuthorities = AuthoritiesOf(authority),
            CertificateAuthorityFile = authority,
            Credentials = new TokenFileCredential(token),
        };
    }

    private static IReadOnlyList<X509Certificate2> AuthoritiesOf(string file)
    {
        try
        {
            return PemAuthorities.Parse(File.ReadAllText(file));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            throw new KubeConfigException($"{file} is no file of certificate authorities: {e.Message}", e);
        }
    }

    private static string NamespaceOf(string directory)
    {
        var file = Path.Combine(directory, "namespace");
        return File.Exists(file) ? File.ReadAllText(file).Trim() : "default";
    }
}
