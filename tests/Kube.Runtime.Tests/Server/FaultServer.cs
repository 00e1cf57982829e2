using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Kube.Runtime.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Tests.Server;

/// <summary>A real HTTP server on loopback that answers as a test says: refusals, cut streams, silence.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _open;

    private FaultServer(WebApplication app) => _app = app;

    /// <summary>Answers the n-th request, counted from 1.</summary>
    public required Func<int, HttpContext, Task> Answer { get; set; }

    /// <summary>Whether streamed lists are answered as the test says. By default they are refused and not counted, as older servers do.</summary>
    public bool KnowsStreamedLists { get; init; }

    public ConcurrentQueue<Seen> Requests { get; } = new();

    /// <summary>Requests that are being answered now.</summary>
    public int Open => Volatile.Read(ref _open);

    public Uri Address { get; private set; } = null!;

    public static async Task<FaultServer> StartAsync(
        Func<int, HttpContext, Task> answer, X509Certificate2? certificate = null, bool knowsStreamedLists = false, bool asksForCertificates = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate, https =>
                {
                    https.ClientCertificateMode = asksForCertificates ? ClientCertificateMode.RequireCertificate : ClientCertificateMode.NoCertificate;
                    https.AllowAnyClientCertificate();
                });
            }
        }));
        var app = builder.Build();
        var server = new FaultServer(app) { Answer = answer, KnowsStreamedLists = knowsStreamedLists };
        app.Run(server.HandleAsync);
        await app.StartAsync();
        server.Address = new Uri(app.Urls.Single());
        return server;
    }

    public ApiServerConnection Connection => new() { Server = Address };

    public ApiTransport Transport(TransportOptions? options = null, TimeProvider? time = null) =>
        new(Connection, options ?? new() { RetryDelay = TimeSpan.FromMilliseconds(1) }, time: time);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (!KnowsStreamedLists && context.Request.Query["sendInitialEvents"] == "true")
        {
            await context.StatusAsync(422, "Invalid", "resourceVersionMatch is forbidden for watch");
            return;
        }

        int number;
        lock (Requests)
        {
            var request = context.Request;
            Requests.Enqueue(new(request.Method, request.Path, request.QueryString.Value ?? "", request.Headers.Authorization.ToString(), request.Protocol));
            number = Requests.Count;
        }

        Interlocked.Increment(ref _open);
        try
        {
            await Answer(number, context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has left.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}

internal sealed record Seen(string Method, string Path, string Query, string Authorization, string Protocol);

/// <summary>What an API server says.</summary>
internal static class Answers
{
    public static async Task JsonAsync(this HttpContext context, string json, int code = 200)
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    }

    public static Task StatusAsync(this HttpContext context, int code, string reason, string message = "refused", string details = "{}") =>
        context.JsonAsync(
            "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"" + message + "\",\"reason\":\"" + reason
            + "\",\"details\":" + details + ",\"code\":" + code + "}", code);

    public static Task PodAsync(this HttpContext context, string name = "a") =>
        context.JsonAsync("{\"kind\":\"Pod\",\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"n\"}}");

    public static string Pod(string name, int version) =>
        "{\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"n\",\"uid\":\"uid-" + name + "\",\"resourceVersion\":\"" + version + "\"}}";

    public static Task PodsAsync(this HttpContext context, int version, params string[] pods) =>
        context.JsonAsync("{\"kind\":\"PodList\",\"metadata\":{\"resourceVersion\":\"" + version + "\"},\"items\":[" + string.Join(',', pods) + "]}");

    /// <summary>Sends one line of a watch at once.</summary>
    public static async Task EventAsync(this HttpContext context, string type, string item)
    {
        await context.Response.WriteAsync("{\"type\":\"" + type + "\",\"object\":" + item + "}\n");
        await context.Response.Body.FlushAsync();
    }

    /// <summary>Says nothing until the client leaves.</summary>
    public static Task HangAsync(this HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    public static bool IsWatch(this HttpContext context) => context.Request.Query["watch"] == "true";
}
