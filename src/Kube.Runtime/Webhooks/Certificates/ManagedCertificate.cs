using System.Net.Security;
using k8s.Models;
using Kube.Runtime.Hosting;
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
    private readonly ResourceClient<V1Secret> _secrets;
    private readonly TrustTargets _targets;
    private readonly ManagedCertificateOptions _options;
    private readonly ILogger<ManagedCertificate> _logger;
    private readonly TimeProvider _time;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile SslStreamCertificateContext? _current;
    private string _servedPem = "";
    private (string Bundle, DateTimeOffset Since)? _told;
    private bool _changed;

    /// <summary>Creates the certificate; nothing is sent before it runs.</summary>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public ManagedCertificate(IApiTransport transport, ManagedCertificateOptions options, ILogger<ManagedCertificate> logger, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _secrets = new(transport, BuiltInResources.Secrets);
        _options = options;
        _logger = logger;
        _time = time ?? TimeProvider.System;
        _targets = new(transport, options.Targets, Name, logger);
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
        // Before the Secret: a bundle that is older than what a target holds by now is then refused, however long this replica was held up.
        var targets = await _targets.ReadAsync(cancellationToken).ConfigureAwait(false);
        var secret = await FindAsync(cancellationToken).ConfigureAwait(false);
        var state = secret is null ? null : CertificateSecret.Read(secret);
        if (state is not null)
        {
            Serve(state.Active);
            var outcome = await _targets.TellAsync(targets, state.Bundle, cancellationToken).ConfigureAwait(false);
            NoteTrust(state.Bundle, outcome);
            if (outcome == TrustOutcome.Changed)
            {
                // Another replica was quicker, most likely. Not without a pause if that goes on.
                _changed = !_changed;
                return _changed;
            }

            _changed = false;
        }

        var now = _time.GetUtcNow();
        var next = CertificateRotation.Next(state, _options, now, _told?.Since, () => CertificateIssuer.Issue(_options.Names, now, _options.Lifetime));
        return next is not null && await StoreAsync(secret, next, cancellationToken).ConfigureAwait(false);
    }

    private void NoteTrust(string bundle, TrustOutcome outcome)
    {
        if (outcome is TrustOutcome.Failed or TrustOutcome.Changed)
        {
            _told = null;
            return;
        }

        if (outcome == TrustOutcome.Told && _told?.Bundle == bundle)
        {
            _logger.LogWarning(
                "Somebody took the authority of the {Name} from an object that had it; until that ends, the certificate is not renewed.", Name);
        }

        _told = outcome == TrustOutcome.Known && _told?.Bundle == bundle ? _told : (bundle, _time.GetUtcNow());
        _ready.TrySetResult();
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
}
