using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ray.Benchmarks.Decoding;

/// <summary>Answers every request with the same bytes, in pieces of no announced length as an API server does.</summary>
internal sealed class ListServer : IAsyncDisposable
{
    private const int Piece = 64 * 1024;
    private readonly WebApplication _app;

    private ListServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<ListServer> StartAsync(byte[] body, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(context => SendAsync(context, body));
        await app.StartAsync(cancellationToken);
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task SendAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentType = "application/json";
        for (var start = 0; start < body.Length; start += Piece)
        {
            await context.Response.Body.WriteAsync(body.AsMemory(start, Math.Min(Piece, body.Length - start)), context.RequestAborted);
        }
    }
}
