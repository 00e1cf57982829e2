using System.Text.Encodings.Web;
using Kube;
using Kube.Runtime.Client;
using Kube.Runtime.Events;
using Kube.Runtime.Hosting;
using Kube.Runtime.Watching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ray.Operator.Options;
using Ray.Operator.RayClusters;
using Ray.Operator.RayClusters.Telemetry;

namespace Ray.Operator;

/// <summary>Puts the operator together. The command line starts it, and so can a test, within its own process.</summary>
public static class OperatorHost
{
    /// <summary>Who events say they come from.</summary>
    public const string ReportingController = "raycluster-controller";

    /// <summary>Builds the operator. Nothing is sent before the host is started; stopping the host stops it gracefully.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="connection">The API server.</param>
    /// <param name="configure">Changes services before they are built: another clock, another transport, other loggers.</param>
    public static IHost Create(OperatorOptions options, ApiServerConnection connection, Action<IServiceCollection>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(options.LogLevel);
        AddConsole(builder.Logging, options.LogFormat);

        // The host would log a failed start with a stack trace before the caller can say it in one line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);

        // The webhook server tells of its address itself.
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        builder.Services.AddSingleton(TimeProvider.System);
        if (options.Health is { } health)
        {
            // First, and the metrics next, so that a port in use ends the start before anything runs.
            builder.Services.AddHealthEndpoint(health);
        }

        if (options.Metrics is { } metrics)
        {
            builder.Services.AddMetricsEndpoint(new(metrics.Port, metrics.Address) { Meters = [ClusterMetrics.MeterName] });
        }

        builder.Services.AddKubernetes(connection, new TransportOptions { UserAgent = $"ray-operator/{options.Settings.Version}" });
        if (OperatorLease.ElectionOf(options) is { } election)
        {
            builder.Services.AddLeaderElection(election);
        }

        builder.Services.AddEventRecorder(new EventRecorderOptions(ReportingController));
        if (options.EnableWebhooks)
        {
            OperatorWebhooks.AddTo(builder.Services, options, options.Webhooks.ServiceNamespace ?? connection.Namespace);
        }

        foreach (var @namespace in options.Namespaces.DefaultIfEmpty())
        {
            AddController(builder.Services, options, @namespace);
        }

        if (options.EnableClusterMetrics)
        {
            AddClusterMetrics(builder.Services, options);
        }

        configure?.Invoke(builder.Services);
        return builder.Build();
    }

    // One controller for each namespace: the rights to a namespace need no rights to all.
    private static void AddController(IServiceCollection services, OperatorOptions options, string? @namespace)
    {
        var key = @namespace ?? "";
        services.AddKeyedSingleton(key, (provider, _) => new RayClusterController(
            provider.GetRequiredService<IApiTransport>(),
            provider.GetRequiredService<EventRecorder>(),
            options,
            @namespace,
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping));
        AddInformer(services, key, controller => controller.Clusters);
        AddInformer(services, key, controller => controller.Pods);
        AddInformer(services, key, controller => controller.Services);
        foreach (var index in Enumerable.Range(0, AroundInformers.Count))
        {
            services.AddSingleton(provider => provider.GetRequiredKeyedService<RayClusterController>(key).Around.All[index]);
            services.AddSingleton(provider =>
                (IRuntimeComponent)provider.GetRequiredKeyedService<RayClusterController>(key).Around.All[index]);
        }

        services.AddController(provider => provider.GetRequiredKeyedService<RayClusterController>(key).Controller);
    }

    private static void AddClusterMetrics(IServiceCollection services, OperatorOptions options) =>
        services.AddSingleton<IHostedService>(provider => new ClusterMetrics(
        [
            .. options.Namespaces.DefaultIfEmpty().Select(@namespace =>
                provider.GetRequiredKeyedService<RayClusterController>(@namespace ?? "").Clusters.Lister),
        ]));

    private static void AddInformer<TInformer>(IServiceCollection services, string key, Func<RayClusterController, TInformer> choose)
        where TInformer : class, IInformer, IRuntimeComponent
    {
        services.AddSingleton<IInformer>(provider => choose(provider.GetRequiredKeyedService<RayClusterController>(key)));
        services.AddSingleton<IRuntimeComponent>(provider => choose(provider.GetRequiredKeyedService<RayClusterController>(key)));
    }

    private static void AddConsole(ILoggingBuilder logging, LogFormat format)
    {
        if (format == LogFormat.Json)
        {
            logging.AddJsonConsole(console =>
            {
                console.TimestampFormat = "O";

                // Controller, cluster and reconcile id of every line that a reconcile logs.
                console.IncludeScopes = true;
                console.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            });
        }
        else
        {
            logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss.fff ";
            });
        }
    }
}
