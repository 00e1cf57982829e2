namespace Kube.Runtime.Client.Credentials;

/// <summary>Knows who the client is at this moment; tokens expire and files change.</summary>
public interface ICredentialSource
{
    /// <summary>The credential to use now; cached until it expires.</summary>
    /// <exception cref="ApiException">It cannot be had: a plugin failed, a file is gone.</exception>
    ValueTask<Credential> GetAsync(CancellationToken cancellationToken);

    /// <summary>Drops a cached credential after the server answered 401 to it; one that was renewed meanwhile stays.</summary>
    /// <param name="refused">The credential that the server did not accept.</param>
    void Invalidate(Credential refused);
}
