using Kube.Runtime.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Ray.Api.V1;
using Ray.Operator.Commands.Local.Views;
using Ray.Operator.Options;
using Ray.Operator.RayClusters;

namespace Ray.Operator.Commands.Local;

/// <summary>The operator within this process. What it caches is what is shown: nobody asks the server a second time.</summary>
internal sealed class LocalOperator : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly IHost _host;
    private readonly IReadOnlyList<RayClusterController> _controllers;
    private readonly ChangeSignal _changes = new();

    private LocalOperator(IHost host, OperatorOptions options)
    {
        _host = host;
        _controllers = [.. options.Namespaces.DefaultIfEmpty("").Select(host.Services.GetRequiredKeyedService<RayClusterController>)];
        foreach (var controller in _controllers)
        {
            controller.Clusters.Subscribe(_changes);
            controller.Pods.Subscribe(_changes);
        }
    }

    /// <summary>Cancelled when the operator has ended by itself, which is a fault.</summary>
    public CancellationToken Ended => _host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

    /// <summary>The RayClusters.</summary>
    public IReadOnlyList<RayCluster> Clusters => [.. _controllers.SelectMany(controller => controller.Clusters.Lister.List())];

    /// <summary>Starts it.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="connection">The server.</param>
    /// <param name="log">Where its log goes; closed with the operator.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="LocalException">A port of its own cannot be used.</exception>
    public static async Task<LocalOperator> StartAsync(
        OperatorOptions options, ApiServerConnection connection, TextWriter log, CancellationToken cancellationToken)
    {
        var host = OperatorHost.Create(options, connection, services =>
        {
            // Signals are ours to answer: the host would be gone before the view.
            services.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoLifetime>());
            services.RemoveAll<ILoggerProvider>();
            services.Configure<SimpleConsoleFormatterOptions>(simple => simple.ColorBehavior = LoggerColorBehavior.Disabled);
            var form = options.LogFormat == LogFormat.Json ? ConsoleFormatterNames.Json : ConsoleFormatterNames.Simple;
            services.AddSingleton<ILoggerProvider>(provider =>
                new LogFile(log, provider.GetServices<ConsoleFormatter>().Single(formatter => formatter.Name == form)));
        });
        try
        {
            var started = new LocalOperator(host, options);
            await host.StartAsync(cancellationToken);
            return started;
        }
        catch (Exception e)
        {
            host.Dispose();
            if (e is InvalidOperationException)
            {
                throw new LocalException(e.Message, e);
            }

            throw;
        }
    }

    /// <summary>What is to be shown now.</summary>
    public IReadOnlyList<ClusterView> Views() => ClusterView.Of(Clusters, _controllers.SelectMany(controller => controller.Pods.Lister.List()));

    /// <summary>Waits until something changed since the last look.</summary>
    public Task ChangedAsync(CancellationToken cancellationToken) => _changes.WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            await _host.StopAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // What it would still write is lost with the server anyway.
        }

        _host.Dispose();
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
