using System.Net;
using System.Net.Sockets;
using k8s.Models;
using Kube.Runtime.Client;
using Kube.Runtime.Events;
using Kube.Runtime.Hosting;
using Kube.Runtime.Tests.Logging;
using Kube.Runtime.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Runtime.Tests.Hosting;

public sealed class HostingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ready_means_that_all_caches_were_in_sync_and_unready_says_why()
    {
        var granted = false;
        await using var server = await FaultServer.StartAsync((_, context) =>
            !Volatile.Read(ref granted) ? context.StatusAsync(403, "Forbidden")
            : context.IsWatch() ? context.HangAsync()
            : context.PodsAsync(5));
        var port = FreePort();
        using var host = NewHost(services => services
            .AddKubernetes(server.Connection)
            .AddInformer(BuiltInResources.Pods, new() { Backoff = new() { Base = TimeSpan.FromMilliseconds(10), Max = TimeSpan.FromMilliseconds(10) } })
            .AddHealthEndpoint(new(port)));
        await host.StartAsync(Token);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        Assert.Equal("ok\n", await client.GetStringAsync("/healthz", Token));
        await Until(async () => (await GetAsync(client, "/readyz")).Body.Contains("Grant it", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await GetAsync(client, "/readyz")).Code);
        Volatile.Write(ref granted, true);
        await Until(async () => (await GetAsync(client, "/readyz?verbose")).Code == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(client, "/other")).Code);
        await host.StopAsync(Token);
        await Until(() => Task.FromResult(server.Open == 0));
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_a_remedy()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        using var endpoint = new HealthEndpoint(new(port), [], [], NullLogger<HealthEndpoint>.Instance);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => endpoint.StartAsync(Token));
        Assert.Contains($"127.0.0.1:{port}: another process uses that port", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_component_that_fails_stops_the_process_with_a_message_and_a_code()
    {
        var log = new RecordingLogger();
        using var host = NewHost(
            services => services
                .AddKubernetes(new ApiServerConnection { Server = new("http://127.0.0.1:1") })
                .AddSingleton<IRuntimeComponent>(new FailingComponent()),
            log);
        await host.StartAsync(Token);
        await host.WaitForShutdownAsync(Token).WaitAsync(TimeSpan.FromSeconds(10), Token);

        Assert.Equal(1, Environment.ExitCode);
        Environment.ExitCode = 0;
        Assert.Contains(log.Lines, line => line.Contains("Critical", StringComparison.Ordinal) && line.Contains("The breaker ended unexpectedly: it broke", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Controllers_stop_before_caches()
    {
        var stopped = new List<string>();
        using var host = NewHost(services => services
            .AddKubernetes(new ApiServerConnection { Server = new("http://127.0.0.1:1") })
            .AddSingleton<IRuntimeComponent>(new WaitingComponent("cache", RuntimePhase.Caches, stopped))
            .AddSingleton<IRuntimeComponent>(new WaitingComponent("controller", RuntimePhase.Controllers, stopped)));
        await host.StartAsync(Token);
        await host.StopAsync(Token);

        Assert.Equal(["controller", "cache"], stopped);
    }

    [Fact]
    public async Task A_stop_waits_five_seconds_for_the_last_events_and_says_how_many_were_lost()
    {
        var log = new RecordingLogger();
        await using var server = await FaultServer.StartAsync((_, context) => context.HangAsync());
        using var host = NewHost(services => services.AddKubernetes(server.Connection).AddEventRecorder(new("test")), log);
        await host.StartAsync(Token);
        var events = host.Services.GetRequiredService<EventRecorder>();
        foreach (var name in new[] { "a", "b", "c" })
        {
            events.Record(new V1ObjectReference { Kind = "Pod", Name = name, NamespaceProperty = "n" }, EventType.Normal, "Reason", "Act", "note");
        }

        await host.StopAsync(Token).WaitAsync(TimeSpan.FromSeconds(20), Token);

        // One of them is on its way.
        Assert.Contains(log.Lines, line => line.Contains("2 events were not sent within the 5 s", StringComparison.Ordinal));
    }

    private static IHost NewHost(Action<IServiceCollection> add, ILogger? log = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging(logging => logging.AddProvider(new SingleLogger(log ?? NullLogger.Instance)));
        add(builder.Services);
        return builder.Build();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<(HttpStatusCode Code, string Body)> GetAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, Token);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }

    private static async Task Until(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 500; i++)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(10, Token);
        }

        Assert.Fail("Not reached within 5 s.");
    }

    private sealed class FailingComponent : IRuntimeComponent
    {
        public string Name => "breaker";

        public RuntimePhase Phase => RuntimePhase.Controllers;

        public Task RunAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("it broke");
    }

    private sealed class WaitingComponent(string name, RuntimePhase phase, List<string> stopped) : IRuntimeComponent
    {
        public string Name => name;

        public RuntimePhase Phase => phase;

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                stopped.Add(name);
            }
        }
    }

    private sealed class SingleLogger(ILogger logger) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => logger;

        public void Dispose()
        {
            // The logger is the test's.
        }
    }
}
