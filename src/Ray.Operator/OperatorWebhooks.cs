using Kube.Runtime.Hosting;
using Kube.Runtime.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Admission;
using RayCluster = Ray.Api.V1.RayCluster;

namespace Ray.Operator;

/// <summary>
/// What the API server asks the operator: RayClusters in the other version, and whether one may be stored. Every replica answers, whether it leads
/// or not. <c>deploy/webhook</c> tells the API server of it, and grants what a certificate of the operators' own needs.
/// </summary>
internal static class OperatorWebhooks
{
    /// <summary>Path of conversion, which the definition of the kind names.</summary>
    public const string ConversionPath = "/convert";

    /// <summary>Path of validation; the same as KubeRay's.</summary>
    public const string ValidationPath = "/validate-ray-io-v1-raycluster";

    /// <summary>The service through which the API server comes; the definition of the kind names it.</summary>
    public const string ServiceName = "ray-operator-webhook";

    /// <summary>The ValidatingWebhookConfiguration.</summary>
    public const string ConfigurationName = "ray-operator";

    /// <summary>The Secret of a certificate of the operators' own.</summary>
    public const string SecretName = "ray-operator-webhook-certificate";

    // Reading takes a multiple of it, and the container has 512 MiB: some ten thousand clusters in one list.
    private const long MaxConcurrentBytes = 64L * 1024 * 1024;

    /// <summary>Adds the webhooks.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">How the operator runs.</param>
    /// <param name="ownNamespace">The operator's own namespace.</param>
    public static void AddTo(IServiceCollection services, OperatorOptions options, string ownNamespace)
    {
        var server = new WebhookServerOptions
        {
            Address = options.Webhooks.Address.Address,
            Port = options.Webhooks.Address.Port,
            MaxConcurrentBytes = MaxConcurrentBytes,
        };
        if (options.Webhooks.CertificateFolder is { } folder)
        {
            services.AddWebhookServer(server, folder);
        }
        else
        {
            services.AddWebhookServer(server, CertificateOf(options.Webhooks, ownNamespace));
        }

        services.AddWebhook(_ => new ConversionWebhook<RayCluster>(ConversionPath, RayCluster.ResourceType)
            .Add(Api.V1Alpha1.RayCluster.Conversion));
        services.AddWebhook(_ => new ValidatingWebhook<RayCluster>(
            ValidationPath, RayCluster.ResourceType, new RayClusterReviewer(options.Settings)));
    }

    private static ManagedCertificateOptions CertificateOf(WebhookOptions options, string ownNamespace) => new()
    {
        Namespace = ownNamespace,
        SecretName = SecretName,
        Names = options.Names is { Count: > 0 } names ? names : ManagedCertificateOptions.ServiceNames(ServiceName, ownNamespace),
        Targets =
        [
            new(TrustTargetKind.CustomResourceDefinition, $"{RayCluster.KubePluralName}.{RayCluster.KubeGroup}"),
            new(TrustTargetKind.ValidatingWebhookConfiguration, ConfigurationName),
        ],
    };
}
