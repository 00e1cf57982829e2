using System.Net.Security;
using System.Security.Cryptography;
using Kube.Runtime.Hosting;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Webhooks;

/// <summary>
/// A certificate in files, such as a mounted Secret of cert-manager: <c>tls.crt</c>, with intermediate certificates after it, and <c>tls.key</c>. The files
/// are read anew when they change; ones that cannot be read leave the last certificate in place.
/// </summary>
public sealed class MountedCertificate : IServingCertificate, IRuntimeComponent
{
    private readonly string _folder;
    private readonly ILogger<MountedCertificate> _logger;
    private readonly TimeProvider _time;
    private readonly TimeSpan _interval;
    private volatile SslStreamCertificateContext? _current;
    private (string Certificate, string Key) _served;

    /// <summary>Reads the files for the first time.</summary>
    /// <param name="folder">Folder of the two files.</param>
    /// <param name="logger">Told of changes and failures.</param>
    /// <param name="checkInterval">How often the files are looked at; null for every 10 seconds.</param>
    /// <param name="time">Clock; null for the system's.</param>
    /// <exception cref="InvalidOperationException">The files are missing or hold no certificate with its key.</exception>
    public MountedCertificate(string folder, ILogger<MountedCertificate> logger, TimeSpan? checkInterval = null, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = folder;
        _logger = logger;
        _interval = checkInterval ?? TimeSpan.FromSeconds(10);
        _time = time ?? TimeProvider.System;
        if (TryRead(out var problem) is false)
        {
            throw new InvalidOperationException(
                $"The webhook server has no certificate: {problem} Mount a Secret of type kubernetes.io/tls at '{folder}', or let the server manage its own.");
        }
    }

    /// <inheritdoc/>
    public string Name => $"webhook certificate in {_folder}";

    /// <inheritdoc/>
    public RuntimePhase Phase => RuntimePhase.Caches;

    /// <inheritdoc/>
    public SslStreamCertificateContext? Current => _current;

    /// <summary>Looks at the files until cancelled.</summary>
    /// <exception cref="OperationCanceledException">Always, in the end.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Not a file watcher: a mounted Secret changes by way of symbolic links, which watchers do not see.
        using var timer = new PeriodicTimer(_interval, _time);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            if (TryRead(out var problem) is false)
            {
                _logger.LogWarning("The {Name} could not be read again; the last one stays: {Reason}", Name, problem);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private bool TryRead(out string problem)
    {
        problem = "";
        try
        {
            var files = (File.ReadAllText(Path.Combine(_folder, "tls.crt")), File.ReadAllText(Path.Combine(_folder, "tls.key")));
            if (files != _served)
            {
                _current = CertificateLoader.Context(files.Item1, files.Item2);
                _served = files;
                _logger.LogInformation("The {Name} is valid until {NotAfter:u}.", Name, _current.TargetCertificate.NotAfter.ToUniversalTime());
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            problem = e.Message;
            return false;
        }
    }
}
