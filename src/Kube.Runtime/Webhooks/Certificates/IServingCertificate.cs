using System.Net.Security;

namespace Kube.Runtime.Webhooks;

/// <summary>Where a <see cref="WebhookServer"/> gets the certificate that it shows. It is asked at each handshake, so a new one takes effect at once.</summary>
public interface IServingCertificate
{
    /// <summary>The certificate with its chain; null while there is none yet, which refuses connections.</summary>
    SslStreamCertificateContext? Current { get; }
}
