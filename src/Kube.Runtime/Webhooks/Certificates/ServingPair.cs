using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Runtime.Webhooks;

/// <summary>A certificate of a server, its key, and the authority that callers trust for it; all PEM.</summary>
internal sealed record ServingPair(string CertificatePem, string KeyPem, string AuthorityPem)
{
    /// <summary>When the certificate ends.</summary>
    public DateTimeOffset NotAfter => Facts().NotAfter;

    /// <summary>Whether the certificate is valid for all the names.</summary>
    public bool Covers(IEnumerable<string> names) => Facts() is var facts && names.All(facts.Names.Contains);

    /// <summary>Whether a program can serve with it: everything parses, and key and certificate belong together.</summary>
    public bool IsUsable()
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(CertificatePem, KeyPem);
            return CertificateLoader.All(AuthorityPem).Count > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Whether the authority issued the certificate.</summary>
    public bool IsIssuedByAuthority()
    {
        using var certificate = X509Certificate2.CreateFromPem(CertificatePem);
        using var authority = X509Certificate2.CreateFromPem(AuthorityPem);
        return certificate.IssuerName.RawData.AsSpan().SequenceEqual(authority.SubjectName.RawData);
    }

    private (DateTimeOffset NotAfter, HashSet<string> Names) Facts()
    {
        using var certificate = X509Certificate2.CreateFromPem(CertificatePem);
        var alternatives = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().ToList();
        var names = alternatives.SelectMany(extension => extension.EnumerateDnsNames())
            .Concat(alternatives.SelectMany(extension => extension.EnumerateIPAddresses()).Select(address => address.ToString()));
        return (certificate.NotAfter.ToUniversalTime(), names.ToHashSet(StringComparer.OrdinalIgnoreCase));
    }
}
