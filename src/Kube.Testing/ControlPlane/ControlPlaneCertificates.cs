using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Testing;

/// <summary>Makes the keys of one control plane: its authority, the API server's certificate, the key that signs tokens.</summary>
internal static class ControlPlaneCertificates
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes all keys and returns the certificate of the authority.</summary>
    public static X509Certificate2 WriteTo(ControlPlaneLayout layout, TimeProvider time)
    {
        // An hour back, for clocks that disagree; the authority's life encloses the server certificate's.
        var from = time.GetUtcNow().AddHours(-1);
        var to = from.AddYears(1);
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var authority = AuthorityRequest(authorityKey).CreateSelfSigned(from, to);
        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var server = ServerRequest(serverKey).Create(authority, from, to, RandomNumberGenerator.GetBytes(16));
        using var tokens = RSA.Create(2048);

        File.WriteAllText(layout.CertificateAuthority, authority.ExportCertificatePem() + "\n");
        File.WriteAllText(layout.ServerCertificate, server.ExportCertificatePem() + "\n");
        WriteSecret(layout.ServerKey, serverKey.ExportECPrivateKeyPem() + "\n");
        WriteSecret(layout.ServiceAccountKey, tokens.ExportRSAPrivateKeyPem() + "\n");
        return X509CertificateLoader.LoadCertificate(authority.RawData);
    }

    /// <summary>Writes a file that only its owner may read, from its first byte on.</summary>
    public static void WriteSecret(string path, string content)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(content);
    }

    private static CertificateRequest AuthorityRequest(ECDsa key)
    {
        var request = new CertificateRequest("CN=kube-testing-ca", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request;
    }

    private static CertificateRequest ServerRequest(ECDsa key)
    {
        var request = new CertificateRequest("CN=kube-apiserver", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName("kubernetes.default.svc");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        return request;
    }
}
