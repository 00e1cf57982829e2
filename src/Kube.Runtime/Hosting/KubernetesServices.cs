using System.Diagnostics.CodeAnalysis;
using k8s;
using k8s.Models;
using Kube.Runtime.Caching;
using Kube.Runtime.Client;
using Kube.Runtime.Controllers;
using Kube.Runtime.Events;
using Kube.Runtime.Leadership;
using Kube.Runtime.Telemetry;
using Kube.Runtime.Watching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Hosting;

/// <summary>Registers the runtime with the generic host.</summary>
public static class KubernetesServices
{
    /// <summary>
    /// Adds a transport, and the hosted service that runs all informers and controllers that are added besides. The API server is looked for
    /// when the transport is first needed: kubeconfig, else a pod's own credentials, unless the options say otherwise.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the options; null for the defaults.</param>
    public static IServiceCollection AddKubernetes(this IServiceCollection services, Action<KubernetesOptions>? configure = null)
    {
        var options = new KubernetesOptions();
        configure?.Invoke(options);
        services.AddSingleton(_ => options.Locate());
        services.AddSingleton(provider => new ApiTransport(
            provider.GetRequiredService<ApiServerConnection>(),
            options.Transport,
            provider.GetService<ILogger<ApiTransport>>(),
            provider.GetService<TimeProvider>()));
        services.AddSingleton<IApiTransport>(provider => provider.GetRequiredService<ApiTransport>());
        services.AddSingleton(options.Transport);
        services.AddSingleton<IHostedService>(provider => new RuntimeHost(
            provider.GetServices<IRuntimeComponent>(),
            provider.GetService<EventRecorder>(),
            provider.GetService<LeaderElector>(),
            provider.GetRequiredService<IHostApplicationLifetime>(),
            provider.GetRequiredService<ILogger<RuntimeHost>>()));
        return services;
    }

    /// <summary>As <see cref="AddKubernetes(IServiceCollection, Action{KubernetesOptions})"/>, for a connection that is known already.</summary>
    public static IServiceCollection AddKubernetes(
        this IServiceCollection services, ApiServerConnection connection, TransportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return services.AddKubernetes(kubernetes =>
        {
            kubernetes.Connection = connection;
            kubernetes.Transport = options ?? new();
        });
    }

    /// <summary>
    /// Adds an informer, which the host runs; all who ask for the same resource, namespace and selectors share it (<see cref="SharedInformers"/>).
    /// </summary>
    public static IServiceCollection AddInformer<T>(
        this IServiceCollection services, ResourceType<T> type, InformerOptions? options = null, params IndexDefinition<T>[] indexes)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        services.AddSharedInformers();
        services.AddSingleton(provider => provider.GetRequiredService<SharedInformers>().For(type, options, indexes));
        services.AddSingleton<IInformer>(provider => provider.GetRequiredService<SharedInformers>().For(type, options, indexes));
        return services;
    }

    internal static void AddSharedInformers(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(SharedInformers)))
        {
            return;
        }

        services.AddSingleton(provider => new SharedInformers(
            provider.GetRequiredService<IApiTransport>(), provider.GetService<ILoggerFactory>(), provider.GetService<TimeProvider>()));
        services.AddSingleton<IRuntimeComponent>(provider => provider.GetRequiredService<SharedInformers>());
    }

    /// <summary>Adds a controller, which the host runs.</summary>
    public static IServiceCollection AddController(this IServiceCollection services, Func<IServiceProvider, Controller> build) =>
        services.AddSingleton<IRuntimeComponent>(build);

    /// <summary>
    /// Adds a controller, which the host runs, with its reconciler and whatever it watches:
    /// <c>AddController&lt;MyReconciler&gt;("my", c =&gt; c.For(My.ResourceType).Owns(BuiltInResources.Pods))</c>.
    /// </summary>
    /// <typeparam name="TReconciler">The reconciler; its constructor may ask for listers and clients of the watched kinds.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">Name for logs.</param>
    /// <param name="register">Names the watched kinds.</param>
    /// <exception cref="InvalidOperationException">When the host starts: no primary kind was named, or two.</exception>
    public static IServiceCollection AddController<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TReconciler>(
        this IServiceCollection services, string name, Action<ControllerRegistration> register)
        where TReconciler : class, IReconciler
    {
        ArgumentNullException.ThrowIfNull(register);
        var registration = new ControllerRegistration(services);
        register(registration);
        services.TryAddSingleton<TReconciler>();
        return services.AddController(provider =>
        {
            var builder = new ControllerBuilder(name)
                .WithLogger(provider.GetRequiredService<ILoggerFactory>().CreateLogger<TReconciler>())
                .WithTimeProvider(provider.GetService<TimeProvider>() ?? TimeProvider.System);
            registration.Apply(provider, builder);
            return builder.Build(provider.GetRequiredService<TReconciler>());
        });
    }

    /// <summary>
    /// Lets one of several processes act: controllers start when this one is elected, and from then on <see cref="IApiTransport"/> writes only
    /// while it leads. Informers, health, metrics and whatever else does not need to lead run always; what must write without leading asks
    /// for <see cref="ApiTransport"/> itself. A lost leadership ends the process with exit code 1. Call it after <c>AddKubernetes</c>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Which Lease, and how patient.</param>
    /// <exception cref="ArgumentException">The durations do not fit together.</exception>
    public static IServiceCollection AddLeaderElection(this IServiceCollection services, LeaderElectionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();

        // Connections of its own: neither a limit on requests nor a connection that fell silent under others' watches shall cost the leadership.
        services.AddKeyedSingleton(nameof(LeaderElector), (provider, _) => new ApiTransport(
            provider.GetRequiredService<ApiServerConnection>(),
            provider.GetRequiredService<TransportOptions>() with { CallDeadline = options.RenewDeadline },
            provider.GetService<ILogger<LeaderElector>>(),
            provider.GetService<TimeProvider>()));
        services.AddSingleton(provider => new LeaderElector(
            provider.GetRequiredKeyedService<ApiTransport>(nameof(LeaderElector)),
            options,
            provider.GetService<ILogger<LeaderElector>>(),
            provider.GetService<TimeProvider>()));
        services.AddSingleton<IApiTransport>(provider => new FencedTransport(
            provider.GetRequiredService<ApiTransport>(), provider.GetRequiredService<LeaderElector>().Fence));
        return services.AddHealthCheck(provider => provider.GetRequiredService<LeaderElector>().Health);
    }

    /// <summary>
    /// Adds an event recorder; the host drains it last. Normal events wait while keys wait in the queue of a controller of this host, unless
    /// <see cref="EventRecorderOptions.IsBusy"/> names something else.
    /// </summary>
    public static IServiceCollection AddEventRecorder(this IServiceCollection services, EventRecorderOptions options) =>
        services.AddSingleton(provider => new EventRecorder(
            provider.GetRequiredService<IApiTransport>(),
            options with { IsBusy = options.IsBusy ?? new QueuesOfControllers(provider).AnyWaits },
            provider.GetRequiredService<ILogger<EventRecorder>>(),
            provider.GetService<TimeProvider>()));

    /// <summary>
    /// Adds <c>/healthz</c> and <c>/readyz</c>. Ready means that all informers were in sync once, and that every registered
    /// <see cref="HealthCheck"/> is content.
    /// </summary>
    public static IServiceCollection AddHealthEndpoint(this IServiceCollection services, HealthOptions options) =>
        services.AddSingleton<IHostedService>(provider => new HealthEndpoint(
            options,
            provider.GetServices<IInformer>(),
            provider.GetServices<HealthCheck>(),
            provider.GetRequiredService<ILogger<HealthEndpoint>>()));

    /// <summary>Adds a condition to <c>/readyz</c> or <c>/healthz</c>, such as a webhook that has its certificate.</summary>
    /// <param name="services">The services.</param>
    /// <param name="check">Makes the check of services.</param>
    public static IServiceCollection AddHealthCheck(this IServiceCollection services, Func<IServiceProvider, HealthCheck> check) =>
        services.AddSingleton(check);

    /// <summary>
    /// Adds <c>/metrics</c> in Prometheus' text format: <c>controller_runtime_*</c>, <c>workqueue_*</c>, <c>rest_client_*</c>,
    /// <c>leader_election_*</c> and <c>process_*</c>, and whatever other meters the options name.
    /// </summary>
    public static IServiceCollection AddMetricsEndpoint(this IServiceCollection services, MetricsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(_ => new PrometheusExporter(options.Meters));
        return services.AddSingleton<IHostedService>(provider => new MetricsEndpoint(
            options, provider.GetRequiredService<PrometheusExporter>(), provider.GetRequiredService<ILogger<MetricsEndpoint>>()));
    }
}
