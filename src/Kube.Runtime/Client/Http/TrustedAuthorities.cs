using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kube.Runtime.Client.Configuration;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Client.Http;

/// <summary>
/// The certificate authorities to trust. Those of a file are read again when it changes, which is looked at every minute and after a server was
/// not trusted: clusters renew their authorities, and a pod may live longer than one.
/// </summary>
internal sealed class TrustedAuthorities(ApiServerConnection connection, ILogger logger, TimeProvider time)
{
    private static readonly TimeSpan s_maxAge = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private volatile Reading _last = new(connection.CertificateAuthorities, null, time.GetTimestamp());

    /// <summary>The authorities; the same list as long as they do not change. Empty for the system's.</summary>
    public IReadOnlyList<X509Certificate2> Now
    {
        get
        {
            if (connection.CertificateAuthorityFile is not null && time.GetElapsedTime(_last.At) >= s_maxAge)
            {
                Renew();
            }

            return _last.Authorities;
        }
    }

    /// <summary>Looks at the file now.</summary>
    /// <returns>Whether there are other authorities than before.</returns>
    public bool Renew()
    {
        if (connection.CertificateAuthorityFile is not { } file)
        {
            return false;
        }

        lock (_lock)
        {
            var last = _last;
            try
            {
                var text = File.ReadAllText(file);
                var authorities = text == last.Text ? last.Authorities : PemAuthorities.Parse(text);
                var isChange = !authorities.Select(one => one.Thumbprint).SequenceEqual(last.Authorities.Select(one => one.Thumbprint));
                _last = new(isChange ? authorities : last.Authorities, text, time.GetTimestamp());
                if (isChange)
                {
                    logger.LogInformation("The certificate authorities of {File} have changed; new connections trust the new ones.", file);
                }

                return isChange;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or FormatException)
            {
                // In the middle of a write, perhaps. Those known still count.
                logger.LogWarning("The certificate authorities of {File} cannot be read again: {Reason}", file, e.Message);
                _last = last with { At = time.GetTimestamp() };
                return false;
            }
        }
    }

    private sealed record Reading(IReadOnlyList<X509Certificate2> Authorities, string? Text, long At);
}
