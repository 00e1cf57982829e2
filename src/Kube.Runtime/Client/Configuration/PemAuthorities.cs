using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Runtime.Client.Configuration;

/// <summary>Reads certificate authorities.</summary>
internal static class PemAuthorities
{
    /// <exception cref="FormatException">There are none: that would mean to trust the system's authorities instead of the cluster's.</exception>
    /// <exception cref="CryptographicException">Not PEM.</exception>
    public static IReadOnlyList<X509Certificate2> Parse(string pem)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPem(pem);
        return authorities.Count > 0 ? [.. authorities] : throw new FormatException("its certificate authority holds no PEM certificate");
    }
}
