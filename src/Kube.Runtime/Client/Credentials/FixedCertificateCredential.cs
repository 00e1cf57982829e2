using System.Security.Cryptography.X509Certificates;

namespace Kube.Runtime.Client.Credentials;

/// <summary>A client certificate that never changes, beside another credential that may.</summary>
internal sealed class FixedCertificateCredential(ICredentialSource other, X509Certificate2 certificate) : ICredentialSource
{
    public async ValueTask<Credential> GetAsync(CancellationToken cancellationToken) =>
        new((await other.GetAsync(cancellationToken).ConfigureAwait(false)).Authorization, certificate);

    public void Invalidate(Credential refused) => other.Invalidate(refused);
}
