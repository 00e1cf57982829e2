using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Webhooks;

/// <summary>
/// Serves webhooks to API servers over TLS 1.2 and 1.3. Every answer is a review or a <c>Status</c>, whatever the request was; a handler that fails
/// fails its own request alone.
/// </summary>
/// <remarks>The API server is not authenticated: confine callers with a network policy if what the webhooks say is secret. They write nothing.</remarks>
public sealed class WebhookServer : IHostedService, IAsyncDisposable
{
    private readonly WebhookServerOptions _options;
    private readonly IServingCertificate _certificate;
    private readonly WebhookRequests _requests;
    private readonly ILoggerFactory _logging;
    private WebApplication? _application;

    /// <summary>Creates a server; it listens once it is started.</summary>
    /// <param name="options">Where it listens, and its bounds.</param>
    /// <param name="certificate">What it shows.</param>
    /// <param name="webhooks">What it serves, each at a path of its own.</param>
    /// <param name="logging">Makes loggers.</param>
    /// <param name="time">Clock; null for the system's.</param>
    /// <exception cref="InvalidOperationException">Two webhooks have one path.</exception>
    public WebhookServer(
        WebhookServerOptions options, IServingCertificate certificate, IEnumerable<Webhook> webhooks, ILoggerFactory logging, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _certificate = certificate;
        _logging = logging;
        _requests = new(webhooks, options, logging.CreateLogger<WebhookServer>(), time ?? TimeProvider.System);
    }

    /// <summary>The port that it listens on, once started.</summary>
    public int Port { get; private set; }

    /// <summary>Whether it listens and has a certificate, so that requests can be answered.</summary>
    public bool IsReady => _application is not null && _certificate.Current is not null;

    /// <summary>Begins to listen.</summary>
    /// <exception cref="InvalidOperationException">The address is none, or taken; the message says what to do.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!IPAddress.TryParse(_options.Address, out var address))
        {
            throw new InvalidOperationException($"The webhook server cannot listen on '{_options.Address}': it is no IP address.");
        }

        var application = Build(new IPEndPoint(address, _options.Port));
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            await application.DisposeAsync().ConfigureAwait(false);
            var problem = e.InnerException is AddressInUseException
                ? "another process uses that port. Stop it, or choose another port"
                : e.Message.TrimEnd('.');
            throw new InvalidOperationException($"The webhook server cannot listen on {new IPEndPoint(address, _options.Port)}: {problem}.", e);
        }

        Port = new Uri(application.Urls.First()).Port;
        _application = application;
        _logging.CreateLogger<WebhookServer>().LogInformation("Webhooks at {Address}.", new IPEndPoint(address, Port));
    }

    /// <summary>Takes no new requests and lets running ones end within the stop deadline.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_application is { } application)
        {
            await application.StopAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Releases the port.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_application is { } application)
        {
            _application = null;
            await application.DisposeAsync().ConfigureAwait(false);
        }

        _requests.Dispose();
    }

    private WebApplication Build(IPEndPoint endpoint)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton(_logging);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = _options.StopDeadline);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null; // each webhook has a bound of its own
            kestrel.Limits.RequestHeadersTimeout = _options.RequestTimeout;
            kestrel.Listen(endpoint, listen => listen.UseHttps(Tls()));
        });
        var application = builder.Build();
        application.Run(_requests.HandleAsync);
        return application;
    }

    private TlsHandshakeCallbackOptions Tls() => new()
    {
        OnConnection = _ => _certificate.Current is { } certificate
            ? ValueTask.FromResult(new SslServerAuthenticationOptions
            {
                ServerCertificateContext = certificate,
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            })
            : throw new AuthenticationException("The webhook server has no certificate yet."),
    };

    /// <summary>The process has one lifetime, and it is not this server's.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
