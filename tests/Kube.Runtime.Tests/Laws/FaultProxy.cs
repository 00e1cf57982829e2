using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Kube.Runtime.Client;
using Kube.Runtime.Client.Credentials;
using Kube.Runtime.Tests.Server;
using Kube.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Tests.Laws;

/// <summary>
/// Stands between clients and an API server and makes faults. Clients are told apart by their user agents, each with a plan of its own. Serves
/// HTTP/2 on one port and HTTP/1.1 on another.
/// </summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, FaultPlan> _plans = new();
    private readonly X509Certificate2 _authority = TestCertificates.Authority();
    private readonly X509Certificate2 _certificate;
    private readonly HttpClient _server;
    private readonly WebApplication _app;
    private readonly string _token;

    private FaultProxy(HttpClient server, string token)
    {
        _server = server;
        _token = token;
        _certificate = TestCertificates.Issue(_authority, "localhost");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate));
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    public static async Task<FaultProxy> StartAsync(ControlPlane plane)
    {
        var client = plane.CreateHttpClient();
        client.Timeout = Timeout.InfiniteTimeSpan;
        var proxy = new FaultProxy(client, plane.AdminToken);
        await proxy._app.StartAsync();
        return proxy;
    }

    /// <summary>A connection whose requests meet the faults of the plan.</summary>
    public ApiTransport Transport(string name, FaultPlan plan, bool http2, TransportOptions options)
    {
        _plans[name] = plan;
        var address = new Uri(_app.Urls.Single(url => url.StartsWith(http2 ? "https:" : "http:", StringComparison.Ordinal)));
        var connection = new ApiServerConnection
        {
            Server = address,
            CertificateAuthorities = [_authority],
            Credentials = new StaticCredential(Credential.Bearer(_token)),
        };
        return new ApiTransport(connection, options with { UserAgent = name });
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _server.Dispose();
        _certificate.Dispose();
        _authority.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var plan = _plans[context.Request.Headers.UserAgent.ToString()];
        var isWatch = context.IsWatch();
        var fault = plan.Next(isWatch);
        try
        {
            switch (fault)
            {
                case Fault.Refused refused:
                    context.Response.Headers.RetryAfter = refused.RetryAfter?.ToString(System.Globalization.CultureInfo.InvariantCulture);
                    await context.StatusAsync(refused.Code, refused.Code == 429 ? "TooManyRequests" : "InternalError", "made up by the proxy");
                    break;
                case Fault.NoAnswer:
                    await context.HangAsync();
                    break;
                default:
                    await PassAsync(context, plan, fault, isWatch);
                    break;
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // The server is down: so is, as far as the client can see, the connection.
            context.Abort();
        }
        catch (OperationCanceledException)
        {
            // The client has left.
        }
    }

    private async Task PassAsync(HttpContext context, FaultPlan plan, Fault fault, bool isWatch)
    {
        await plan.Before(context.Request.QueryString.Value ?? "");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_server.BaseAddress!, context.Request.Path + context.Request.QueryString));
        request.Headers.TryAddWithoutValidation("Accept", context.Request.Headers.Accept.ToString());
        using var response = await _server.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await context.Response.Body.FlushAsync(context.RequestAborted);
        if (response.StatusCode == HttpStatusCode.Gone)
        {
            plan.NoteExpired();
        }

        await using var body = await response.Content.ReadAsStreamAsync(context.RequestAborted);
        await new FaultBody(context, plan, fault, isWatch && response.IsSuccessStatusCode).PassAsync(body, context.RequestAborted);
    }
}
