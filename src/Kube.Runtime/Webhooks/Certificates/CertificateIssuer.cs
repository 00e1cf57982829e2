using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Runtime.Webhooks;

/// <summary>
/// Issues certificates for a server. Each has an authority of its own whose key is forgotten at once: whoever reads the Secret can pose as this
/// server, but can issue nothing.
/// </summary>
internal static class CertificateIssuer
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const int SerialBytes = 16;

    // Clocks of nodes differ.
    private static readonly TimeSpan s_skew = TimeSpan.FromHours(1);

    /// <summary>Issues a certificate.</summary>
    /// <param name="names">DNS names and IP addresses of the server; the first is its common name as well.</param>
    /// <param name="now">The time.</param>
    /// <param name="lifetime">How long it is valid from now on.</param>
    public static ServingPair Issue(IReadOnlyList<string> names, DateTimeOffset now, TimeSpan lifetime)
    {
        var (from, until) = (now - s_skew, now + lifetime);
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var authority = AuthorityRequest(authorityKey).CreateSelfSigned(from, until);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = ServerRequest(names, key, authority).Create(authority, from, until, Serial());
        return new(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem(), authority.ExportCertificatePem());
    }

    private static CertificateRequest AuthorityRequest(ECDsa key)
    {
        // A name of its own: verifiers look for the authority by name, and two of one name in a bundle are tried in vain.
        var request = new CertificateRequest($"CN=webhook authority {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private static CertificateRequest ServerRequest(IReadOnlyList<string> names, ECDsa key, X509Certificate2 authority)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(CommonName(names[0]));
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                alternatives.AddIpAddress(address);
            }
            else
            {
                alternatives.AddDnsName(name);
            }
        }

        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        return request;
    }

    // X.509 allows 64 characters; verifiers read the alternative names anyway.
    private static string CommonName(string name) => name.Length <= 64 ? name : name[..64];

    private static byte[] Serial()
    {
        var serial = RandomNumberGenerator.GetBytes(SerialBytes);

        // Positive, and without a leading zero.
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }
}
