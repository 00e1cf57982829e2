namespace Kube.Runtime.Client.Credentials;

/// <summary>A credential that never changes.</summary>
/// <param name="credential">The credential.</param>
public sealed class StaticCredential(Credential credential) : ICredentialSource
{
    /// <summary>Nobody.</summary>
    public static StaticCredential Anonymous { get; } = new(new Credential(null, null));

    /// <inheritdoc/>
    public ValueTask<Credential> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(credential);

    /// <inheritdoc/>
    public void Invalidate(Credential refused)
    {
        // There is nothing newer to be had.
    }
}
