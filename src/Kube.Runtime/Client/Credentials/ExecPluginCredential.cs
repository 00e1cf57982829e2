using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Kube.Runtime.Telemetry;

namespace Kube.Runtime.Client.Credentials;

/// <summary>Credentials printed by a plugin; run again when they expire or the server refuses them.</summary>
internal sealed class ExecPluginCredential(ExecPlugin plugin, bool hasTerminal, TimeProvider? time = null) : ICredentialSource, IDisposable
{
    // Renewed a little early, so that no request leaves with a token that expires on the way.
    private static readonly TimeSpan s_margin = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly SemaphoreSlim _oneRun = new(1);
    private volatile Answer? _cached;
    private volatile Answer? _last;

    public async ValueTask<Credential> GetAsync(CancellationToken cancellationToken)
    {
        if (Fresh is { } fresh)
        {
            return fresh;
        }

        await _oneRun.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Fresh is { } renewed)
            {
                return renewed;
            }

            var answer = Parse(await new ExecProcess(plugin, hasTerminal, _time).RunAsync(cancellationToken).ConfigureAwait(false));
            Measure(answer);
            _cached = answer;
            _last = answer;
            return answer.Credential;
        }
        finally
        {
            _oneRun.Release();
        }
    }

    public void Invalidate(Credential refused)
    {
        if (_cached is { } cached && ReferenceEquals(cached.Credential, refused))
        {
            Interlocked.CompareExchange(ref _cached, null, cached);
        }
    }

    public void Dispose() => _oneRun.Dispose();

    private Credential? Fresh =>
        _cached is { } answer && (answer.Expires is null || answer.Expires - s_margin > _time.GetUtcNow()) ? answer.Credential : null;

    private Answer Parse(string output)
    {
        try
        {
            var answer = JsonSerializer.Deserialize(output, ExecJsonContext.Default.ExecCredential);
            if (answer?.ApiVersion != plugin.ApiVersion)
            {
                throw ExecFailure.Of(plugin, $"answered with apiVersion '{answer?.ApiVersion}', the kubeconfig asks for '{plugin.ApiVersion}'");
            }

            if (answer.Status is not { } status)
            {
                throw ExecFailure.Of(plugin, "printed neither a token nor a client certificate");
            }

            var certificate = status is { ClientCertificateData: { Length: > 0 } pem, ClientKeyData: { Length: > 0 } key } ? ClientCertificate.FromPem(pem, key) : null;
            var authorization = string.IsNullOrEmpty(status.Token) ? null : new AuthenticationHeaderValue("Bearer", status.Token);
            return authorization is null && certificate is null
                ? throw ExecFailure.Of(plugin, "printed neither a token nor a client certificate")
                : new(new(authorization, certificate), status.ExpirationTimestamp, _time.GetUtcNow());
        }
        catch (Exception e) when (e is JsonException or CryptographicException)
        {
            throw ExecFailure.Of(plugin, $"printed something that is no ExecCredential: {e.Message}", e);
        }
    }

    private void Measure(Answer answer)
    {
        if (answer.Credential.Certificate is { } certificate)
        {
            var before = _last;
            var isOther = before?.Credential.Certificate is { } old && !old.Equals(certificate);
            ExecPluginMetrics.Certified(new(certificate.NotAfter.ToUniversalTime()), isOther ? _time.GetUtcNow() - before!.Since : null);
        }
    }

    private sealed record Answer(Credential Credential, DateTimeOffset? Expires, DateTimeOffset Since);
}
