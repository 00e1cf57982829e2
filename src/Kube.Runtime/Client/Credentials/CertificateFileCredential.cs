using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Runtime.Client.Credentials;

/// <summary>
/// A client certificate and its key in files that someone else renews, as kubeadm and the kubelet do: read again every minute and after a 401.
/// A pair that does not fit together, as in the middle of a renewal, is left for later.
/// </summary>
/// <param name="certificateFile">The certificate, in PEM form.</param>
/// <param name="keyFile">Its key, in PEM form.</param>
/// <param name="other">What identifies the client besides, such as a token; null for nothing.</param>
/// <param name="time">Clock; null for the system's.</param>
public sealed class CertificateFileCredential(string certificateFile, string keyFile, ICredentialSource? other = null, TimeProvider? time = null)
    : ICredentialSource
{
    private static readonly TimeSpan s_maxAge = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private volatile Reading? _cached;
    private volatile bool _isRefused;

    /// <inheritdoc/>
    public async ValueTask<Credential> GetAsync(CancellationToken cancellationToken)
    {
        var certificate = Certificate();
        var credential = other is null ? null : await other.GetAsync(cancellationToken).ConfigureAwait(false);
        return new(credential?.Authorization, certificate);
    }

    /// <inheritdoc/>
    public void Invalidate(Credential refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        other?.Invalidate(refused);
        _isRefused |= refused.Certificate is not null && refused.Certificate.Equals(_cached?.Certificate);
    }

    private X509Certificate2 Certificate()
    {
        lock (_lock)
        {
            if (_cached is { } fresh && !_isRefused && _time.GetElapsedTime(fresh.At) < s_maxAge)
            {
                return fresh.Certificate;
            }

            try
            {
                var text = File.ReadAllText(certificateFile);
                var key = File.ReadAllText(keyFile);
                var certificate = _cached is { } same && same.Text == text ? same.Certificate : ClientCertificate.FromPem(text, key);
                _cached = new(certificate, text, _time.GetTimestamp());
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
            {
                _cached = _cached is { } known
                    ? known with { At = _time.GetTimestamp() }
                    : throw new ApiException(
                        HttpStatusCode.Unauthorized,
                        "NoCertificate",
                        $"The client certificate '{certificateFile}' with the key '{keyFile}' cannot be used: {e.Message}",
                        e);
            }

            _isRefused = false;
            return _cached.Certificate;
        }
    }

    private sealed record Reading(X509Certificate2 Certificate, string Text, long At);
}
