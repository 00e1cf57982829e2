namespace Kube.Runtime.Webhooks;

/// <summary>An object in which the API server finds the authority of a webhook's certificate, <c>caBundle</c>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
public sealed record TrustTarget(TrustTargetKind Kind, string Name)
{
    internal string Path => Kind switch
    {
        TrustTargetKind.CustomResourceDefinition => "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/",
        TrustTargetKind.ValidatingWebhookConfiguration => "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/",
        _ => "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations/",
    } + Uri.EscapeDataString(Name);

    /// <summary>As messages print it.</summary>
    public override string ToString() => $"{Kind} {Name}";
}

/// <summary>Kinds of objects that hold a <c>caBundle</c>.</summary>
public enum TrustTargetKind
{
    /// <summary>The conversion webhook of a kind: <c>spec.conversion.webhook.clientConfig</c>.</summary>
    CustomResourceDefinition,

    /// <summary>All webhooks of a configuration: <c>webhooks[*].clientConfig</c>.</summary>
    ValidatingWebhookConfiguration,

    /// <summary>All webhooks of a configuration: <c>webhooks[*].clientConfig</c>.</summary>
    MutatingWebhookConfiguration,
}
