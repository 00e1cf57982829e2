using System.Net.Security;
using System.Text.Json.Nodes;
using k8s.Models;
using Kube.Runtime.Hosting;
using Kube.Runtime.Webhooks.Reviews;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Webhooks;

/// <summary>
/// A certificate that the replicas of a webhook server make for themselves and keep in a Secret. It is replaced before it ends, in steps that
/// leave no moment in which a caller trusts less than a replica shows, and its authority is written wherever the API server looks for it.
/// </summary>
/// <remarks>
/// Any replica takes any step: the Secret's resource version lets one of them win, and the others read what it wrote. Needs the rights to get, create
/// and update the Secret, and to get and patch the targets.
/// </remarks>
public sealed class ManagedCertificate : IServingCertificate, IRuntimeComponent
{
    private readonly IApiTransport _transport;
    private readonly ResourceClient<V1Secret> _secrets;
    private readonly ManagedCertificateOptions _options;
    private readonly ILogger<ManagedCertificate> _logger;
    private readonly TimeProvider _time;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile SslStreamCertificateContext? _current;
    private string _servedPem = "";
    private (string Bundle, DateTimeOffset Since)? _told;

    /// <summary>Creates the certificate; nothing is sent before it runs.</summary>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public ManagedCertificate(IApiTransport transport, ManagedCertificateOptions options, ILogger<ManagedCertificate> logger, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _transport = transport;
        _secrets = new(transport, BuiltInResources.Secrets);
        _options = options;
        _logger = logger;
        _time = time ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public string Name => $"webhook certificate {_options.Namespace}/{_options.SecretName}";

    /// <inheritdoc/>
    public RuntimePhase Phase => RuntimePhase.Caches;

    /// <inheritdoc/>
    public SslStreamCertificateContext? Current => _current;

    /// <summary>Completes when there is a certificate and all targets know its authority.</summary>
    public Task WaitUntilTrustedAsync(CancellationToken cancellationToken) => _ready.Task.WaitAsync(cancellationToken);

    /// <summary>Keeps the certificate until cancelled. Failures are logged and tried again.</summary>
    /// <exception cref="OperationCanceledException">Always, in the end.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var again = false;
            try
            {
                again = await StepAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException e)
            {
                _logger.LogWarning(
                    "The {Name} was not looked after, again in {Delay:0} s: {Reason}", Name, _options.CheckInterval.TotalSeconds, e.Message);
            }

            if (!again)
            {
                await Task.Delay(_options.CheckInterval, _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Takes one step if it is due.</summary>
    /// <returns>Whether there is more to do at once.</returns>
    private async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        var secret = await FindAsync(cancellationToken).ConfigureAwait(false);
        var state = secret is null ? null : CertificateSecret.Read(secret);
        if (state is not null)
        {
            Serve(state.Active);
        }

        var now = _time.GetUtcNow();
        if (state is not null && await TellAsync(state.Bundle, cancellationToken).ConfigureAwait(false))
        {
            _told = _told?.Bundle == state.Bundle ? _told : (state.Bundle, now);
            _ready.TrySetResult();
        }
        else
        {
            _told = null;
        }

        var next = CertificateRotation.Next(state, _options, now, _told?.Since, () => CertificateIssuer.Issue(_options.Names, now, _options.Lifetime));
        return next is not null && await StoreAsync(secret, next, cancellationToken).ConfigureAwait(false);
    }

    private async Task<V1Secret?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _secrets.GetAsync(_options.SecretName, _options.Namespace, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            return null;
        }
    }

    private async Task<bool> StoreAsync(V1Secret? secret, CertificateState state, CancellationToken cancellationToken)
    {
        try
        {
            if (secret is null)
            {
                var created = new V1Secret { Metadata = new() { Name = _options.SecretName, NamespaceProperty = _options.Namespace } };
                await _secrets.CreateAsync(CertificateSecret.Write(created, state), null, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await _secrets.ReplaceAsync(CertificateSecret.Write(secret, state), null, cancellationToken).ConfigureAwait(false);
            }

            _logger.LogInformation(
                "The {Name} changed: valid until {NotAfter:u}, {Authorities} trusted.", Name, state.Active.NotAfter, state.Authorities.Count);
        }
        catch (ApiException e) when (e.IsConflict || e.IsAlreadyExists)
        {
            // Another replica was quicker; what it wrote holds.
        }

        return true;
    }

    private void Serve(ServingPair pair)
    {
        if (pair.CertificatePem != _servedPem)
        {
            _current = CertificateLoader.Context(pair.CertificatePem, pair.KeyPem);
            _servedPem = pair.CertificatePem;
        }
    }

    /// <summary>Writes the bundle wherever it is not yet.</summary>
    /// <returns>Whether all targets have it.</returns>
    private async Task<bool> TellAsync(string bundle, CancellationToken cancellationToken)
    {
        var all = true;
        foreach (var target in _options.Targets)
        {
            try
            {
                var current = await _transport.SendAsync(new(HttpMethod.Get, target.Path), PatchJson.Default.JsonObject, cancellationToken).ConfigureAwait(false);
                if (CaBundlePatch.For(target.Kind, current, bundle) is { } operations)
                {
                    await PatchAsync(target, operations, cancellationToken).ConfigureAwait(false);
                    _logger.LogInformation("{Target} trusts the {Name}.", target, Name);
                }
            }
            catch (ApiException e) when (!cancellationToken.IsCancellationRequested)
            {
                _logger.LogWarning("{Target} does not know the authority of the {Name} yet: {Reason}", target, Name, e.Message);
                all = false;
            }
        }

        return all;
    }

    private Task PatchAsync(TrustTarget target, JsonArray operations, CancellationToken cancellationToken)
    {
        var patch = Patch.Json(operations);
        return _transport.SendAsync(new(HttpMethod.Patch, target.Path) { Body = patch.Body, ContentType = patch.ContentType }, cancellationToken);
    }
}
