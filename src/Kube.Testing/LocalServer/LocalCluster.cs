using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Testing;

/// <summary>
/// A Kubernetes API server in this process, on loopback and plain HTTP, that keeps its objects in memory and starts in milliseconds. Clients of
/// Kubernetes can use it as any other: kinds of Kubernetes itself, custom resources by their definitions, watches, patches, server-side apply, garbage
/// collection. There is neither authentication nor authorization: whoever reaches the port may do everything.
/// </summary>
public sealed class LocalCluster : IAsyncDisposable
{
    private const int LargestBody = 3 * 1024 * 1024;
    private static readonly string[] s_namespaces = ["default", "kube-node-lease", "kube-public", "kube-system"];
    private readonly WebApplication _host;
    private readonly ServerParts _parts;
    private readonly ControllerLoop _controllers;
    private readonly CancellationTokenSource _stopping;
    private readonly string _folder;

    private LocalCluster(WebApplication host, ServerParts parts, ControllerLoop controllers, CancellationTokenSource stopping)
    {
        _host = host;
        _parts = parts;
        _controllers = controllers;
        _stopping = stopping;
        Server = new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");
        _folder = Directory.CreateTempSubdirectory("kube-testing-").FullName;
        File.WriteAllText(KubeConfigPath, KubeConfig);
    }

    /// <summary>The server's address, ending in a slash.</summary>
    public Uri Server { get; }

    /// <summary>A kubeconfig for the server. It has a token because some clients insist on one; the server takes any.</summary>
    public string KubeConfig => $"""
        apiVersion: v1
        kind: Config
        clusters:
        - name: local
          cluster:
            server: {Server.GetLeftPart(UriPartial.Authority)}
        users:
        - name: local
          user:
            token: any
        contexts:
        - name: local
          context:
            cluster: local
            user: local
            namespace: default
        current-context: local

        """;

    /// <summary>The file with <see cref="KubeConfig"/>. It is deleted when the server stops.</summary>
    public string KubeConfigPath => Path.Combine(_folder, "kubeconfig");

    /// <summary>Starts a server. It has the namespaces that every cluster has, and no nodes: <see cref="SimulatedNodes"/> adds some.</summary>
    public static async Task<LocalCluster> StartAsync(LocalClusterOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new LocalClusterOptions();
        var parts = new ServerParts(options.Time);
        foreach (var name in s_namespaces)
        {
            var value = new JsonObject { ["metadata"] = new JsonObject { ["name"] = name } };
            parts.Writer.Create(parts.Registry.Find("", "v1", "namespaces")!, null, value, new("kube-apiserver", false, options.Time.GetUtcNow()));
        }

        var stopping = new CancellationTokenSource();
        var host = BuildHost(options.Port);
        var handler = new RequestHandler(parts, stopping.Token);
        host.Run(handler.HandleAsync);
        await host.StartAsync(cancellationToken);
        return new(host, parts, new(parts.Store, Controllers(parts, options)), stopping);
    }

    /// <summary>A client whose base address is the server's.</summary>
    public HttpClient CreateHttpClient() => new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Server };

    /// <summary>Lets the server forget all former states, so that watches and page tokens from before expire (410 Gone).</summary>
    /// <returns>The newest resource version.</returns>
    public long Compact() => _parts.Store.Compact();

    /// <summary>Ends all watches and stops the server. Its objects are lost.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _host.StopAsync();
        await _host.DisposeAsync();
        await _controllers.DisposeAsync();
        _stopping.Dispose();
        DeleteFolder();
    }

    private void DeleteFolder()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody cleared it up before, or still reads in it: a test that went well must not fail for that.
        }
    }

    private static WebApplication BuildHost(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        return builder.Build();
    }

    private static List<Action<StoreEvent>> Controllers(ServerParts parts, LocalClusterOptions options)
    {
        List<Action<StoreEvent>> controllers =
        [
            new DefinitionController(parts.Store, parts.Registry, parts.Time).Handle,
            new NamespaceController(parts.Store, parts.Registry, parts.Deleter).Handle,
            new GarbageCollector(parts.Store, parts.Registry, parts.Deleter).Handle,
        ];
        if (options.BindsPods)
        {
            controllers.Add(new PodBinder(parts.Store, parts.Time).Handle);
        }

        return controllers;
    }

    /// <summary>The process has one lifetime, and it is not this server's.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
