using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Kube.Runtime.Client.Credentials;

/// <summary>Credentials printed by a plugin; run again when they expire or the server refuses them.</summary>
internal sealed class ExecPluginCredential(ExecPlugin plugin, TimeProvider? time = null) : ICredentialSource, IDisposable
{
    // Renewed a little early, so that no request leaves with a token that expires on the way.
    private static readonly TimeSpan s_margin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly SemaphoreSlim _oneRun = new(1);
    private volatile Answer? _cached;

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

            var answer = Parse(await RunAsync(cancellationToken).ConfigureAwait(false));
            _cached = answer;
            return answer.Credential;
        }
        finally
        {
            _oneRun.Release();
        }
    }

    public void Invalidate() => _cached = null;

    public void Dispose() => _oneRun.Dispose();

    private Credential? Fresh =>
        _cached is { } answer && (answer.Expires is null || answer.Expires - s_margin > _time.GetUtcNow()) ? answer.Credential : null;

    private async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(s_patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var process = Start();
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(either.Token);
            var errors = process.StandardError.ReadToEndAsync(either.Token);
            await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
            return process.ExitCode == 0
                ? await output.ConfigureAwait(false)
                : throw Failure($"ended with code {process.ExitCode}: {(await errors.ConfigureAwait(false)).Trim()}");
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw Failure($"did not end within {s_patience.TotalSeconds:0} s", e);
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(plugin.Command)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in plugin.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in plugin.Environment)
        {
            start.Environment[name] = value;
        }

        var question = new ExecCredential(plugin.ApiVersion, "ExecCredential", new ExecSpec(false, plugin.Cluster), null);
        start.Environment["KUBERNETES_EXEC_INFO"] = JsonSerializer.Serialize(question, ExecJsonContext.Default.ExecCredential);
        try
        {
            return Process.Start(start) ?? throw Failure("did not start");
        }
        catch (Win32Exception e)
        {
            throw Failure($"cannot be started: {e.Message}. {plugin.InstallHint}".TrimEnd(), e);
        }
    }

    private Answer Parse(string output)
    {
        try
        {
            var answer = JsonSerializer.Deserialize(output, ExecJsonContext.Default.ExecCredential);
            if (answer?.ApiVersion != plugin.ApiVersion)
            {
                throw Failure($"answered with apiVersion '{answer?.ApiVersion}', the kubeconfig asks for '{plugin.ApiVersion}'");
            }

            var status = answer.Status;
            var certificate = status is { ClientCertificateData: { } pem, ClientKeyData: { } key } ? ClientCertificate.FromPem(pem, key) : null;
            return status?.Token is null && certificate is null
                ? throw Failure("printed neither a token nor a client certificate")
                : new(new(status!.Token is { } token ? new AuthenticationHeaderValue("Bearer", token) : null, certificate), status.ExpirationTimestamp);
        }
        catch (Exception e) when (e is JsonException or CryptographicException)
        {
            throw Failure($"printed something that is no ExecCredential: {e.Message}", e);
        }
    }

    private ApiException Failure(string what, Exception? inner = null) =>
        new(HttpStatusCode.Unauthorized, "NoCredential", $"The credential plugin '{plugin.Command}' of the kubeconfig {what}.", inner);

    private sealed record Answer(Credential Credential, DateTimeOffset? Expires);
}
