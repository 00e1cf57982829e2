using System.Security.Cryptography.X509Certificates;

namespace Kube.Runtime.Client.Credentials;

/// <summary>Reads client certificates.</summary>
internal static class ClientCertificate
{
    public static X509Certificate2 FromPem(string certificate, string key)
    {
        var pair = X509Certificate2.CreateFromPem(certificate, key);
        if (!OperatingSystem.IsWindows())
        {
            return pair;
        }

        // Windows' TLS does not take a key that lives in memory only.
        using (pair)
        {
            return X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null);
        }
    }
}
