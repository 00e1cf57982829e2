using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Runtime.Webhooks;

/// <summary>Reads PEM.</summary>
internal static class CertificateLoader
{
    /// <summary>The certificate of a server: the first of the text, with its key; the others are its chain.</summary>
    /// <exception cref="CryptographicException">The text holds no certificate, or the key is not its own.</exception>
    public static SslStreamCertificateContext Context(string certificatePem, string keyPem)
    {
        using var ephemeral = X509Certificate2.CreateFromPem(certificatePem, keyPem);

        // TLS on Windows takes no key that lives in memory only; a round trip through PKCS #12 makes one that every system takes.
        var certificate = X509CertificateLoader.LoadPkcs12(ephemeral.Export(X509ContentType.Pkcs12), null);
        return SslStreamCertificateContext.Create(certificate, [.. All(certificatePem).Skip(1)], offline: true);
    }

    /// <summary>All certificates of a text.</summary>
    /// <exception cref="CryptographicException">A block is no certificate.</exception>
    public static X509Certificate2Collection All(string pem)
    {
        var collection = new X509Certificate2Collection();
        collection.ImportFromPem(pem);
        return collection;
    }
}
