using System.Net;

namespace Kube.Runtime.Client.Credentials;

/// <summary>A bearer token in a file that someone else renews, as the kubelet does for pods: read again every minute and after a 401.</summary>
/// <param name="path">The file.</param>
/// <param name="time">Clock; null for the system's.</param>
public sealed class TokenFileCredential(string path, TimeProvider? time = null) : ICredentialSource
{
    private static readonly TimeSpan s_maxAge = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private volatile Reading? _cached;

    /// <inheritdoc/>
    public async ValueTask<Credential> GetAsync(CancellationToken cancellationToken)
    {
        if (_cached is { } cached && _time.GetElapsedTime(cached.At) < s_maxAge)
        {
            return cached.Credential;
        }

        try
        {
            var token = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
            var read = new Reading(Credential.Bearer(token.Trim()), _time.GetTimestamp());
            _cached = read;
            return read.Credential;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(HttpStatusCode.Unauthorized, "NoToken", $"The token file '{path}' cannot be read: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public void Invalidate(Credential refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        if (_cached is { } cached && Equals(cached.Credential.Authorization, refused.Authorization))
        {
            _cached = null;
        }
    }

    private sealed record Reading(Credential Credential, long At);
}
