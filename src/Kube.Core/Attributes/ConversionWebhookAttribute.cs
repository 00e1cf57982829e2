namespace Kube;

/// <summary>
/// The webhook that converts objects between the versions of a kind: <c>spec.conversion</c> of the definition. On an assembly it is meant for
/// every kind that has several versions; on a class it goes first. Give <see cref="ServiceNamespace"/> and <see cref="ServiceName"/>, or
/// <see cref="Url"/>. Without it the server only rewrites <c>apiVersion</c>, and drops fields that the target version does not have.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly, Inherited = false)]
public sealed class ConversionWebhookAttribute : Attribute
{
    /// <summary>Namespace of the service in front of the webhook.</summary>
    public string? ServiceNamespace { get; set; }

    /// <summary>Name of the service in front of the webhook.</summary>
    public string? ServiceName { get; set; }

    /// <summary>Path of the request, beginning with a slash. Default: none, which is <c>/</c>.</summary>
    public string? Path { get; set; }

    /// <summary>Port of the service, 1 to 65535. Default: 443.</summary>
    public int Port { get; set; } = 443;

    /// <summary>Address of a webhook that is no service, beginning with <c>https://</c>.</summary>
    public string? Url { get; set; }

    /// <summary>Certificates that the server trusts, as base64 of PEM. Default: none; usually a controller writes them in.</summary>
    public string? CaBundle { get; set; }

    /// <summary>Versions of ConversionReview that the webhook reads. <c>v1</c> must be among them. Default: <c>v1</c> alone.</summary>
    public string[] ConversionReviewVersions { get; set; } = ["v1"];
}
