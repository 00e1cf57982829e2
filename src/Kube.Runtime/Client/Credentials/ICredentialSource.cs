namespace Kube.Runtime.Client.Credentials;

/// <summary>Knows who the client is at this moment; tokens expire and files change.</summary>
public interface ICredentialSource
{
    /// <summary>The credential to use now; cached until it expires.</summary>
    /// <exception cref="ApiException">It cannot be had: a plugin failed, a file is gone.</exception>
    ValueTask<Credential> GetAsync(CancellationToken cancellationToken);

    /// <summary>Drops what is cached, after the server answered 401.</summary>
    void Invalidate();
}
