using Kube.Runtime.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Hosting;

/// <summary>Registers webhooks with the generic host.</summary>
public static class WebhookServices
{
    /// <summary>
    /// Adds a webhook server whose certificate the replicas manage themselves; see <see cref="ManagedCertificate"/>. Needs
    /// <see cref="KubernetesServices.AddKubernetes(IServiceCollection, Action{KubernetesOptions})"/> as well.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Where it listens.</param>
    /// <param name="certificate">Where the certificate is kept, and who is told its authority.</param>
    public static IServiceCollection AddWebhookServer(
        this IServiceCollection services, WebhookServerOptions options, ManagedCertificateOptions certificate)
    {
        services.AddSingleton(provider => new ManagedCertificate(
            provider.GetRequiredService<IApiTransport>(),
            certificate,
            provider.GetRequiredService<ILogger<ManagedCertificate>>(),
            provider.GetService<TimeProvider>()));
        return services.AddWebhookServer<ManagedCertificate>(options);
    }

    /// <summary>Adds a webhook server whose certificate is mounted; see <see cref="MountedCertificate"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Where it listens.</param>
    /// <param name="certificateFolder">Folder of <c>tls.crt</c> and <c>tls.key</c>. When they are missing, the host does not start.</param>
    public static IServiceCollection AddWebhookServer(this IServiceCollection services, WebhookServerOptions options, string certificateFolder)
    {
        services.AddSingleton(provider => new MountedCertificate(
            certificateFolder,
            provider.GetRequiredService<ILogger<MountedCertificate>>(),
            checkInterval: null,
            provider.GetService<TimeProvider>()));
        return services.AddWebhookServer<MountedCertificate>(options);
    }

    /// <summary>Adds a webhook to the server.</summary>
    /// <param name="services">The services.</param>
    /// <param name="create">Makes it, of services if it likes.</param>
    public static IServiceCollection AddWebhook(this IServiceCollection services, Func<IServiceProvider, Webhook> create) =>
        services.AddSingleton(create);

    private static IServiceCollection AddWebhookServer<TCertificate>(this IServiceCollection services, WebhookServerOptions options)
        where TCertificate : class, IServingCertificate, IRuntimeComponent
    {
        services.AddSingleton<IServingCertificate>(provider => provider.GetRequiredService<TCertificate>());
        services.AddSingleton<IRuntimeComponent>(provider => provider.GetRequiredService<TCertificate>());
        services.AddSingleton(provider => new WebhookServer(
            options,
            provider.GetRequiredService<IServingCertificate>(),
            provider.GetServices<Webhook>(),
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetService<TimeProvider>()));

        // What Kestrel says of its own is noise beside what the server says.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning));
        services.AddHealthCheck(provider => new HealthCheck(
            "webhook",
            HealthKind.Ready,
            () => provider.GetRequiredService<WebhookServer>().IsReady ? null : "the webhook server has no certificate yet"));
        return services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<WebhookServer>());
    }
}
