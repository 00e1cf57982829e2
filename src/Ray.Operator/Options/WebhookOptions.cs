namespace Ray.Operator.Options;

/// <summary>How the operator serves its webhooks.</summary>
public sealed record WebhookOptions
{
    /// <summary>Where the API server reaches them. Default: port 9443 of all addresses.</summary>
    public EndpointAddress Address { get; init; } = new("0.0.0.0", 9443);

    /// <summary>
    /// Folder of <c>tls.crt</c> and <c>tls.key</c>, such as a mounted Secret of cert-manager; null for a certificate that the operators make for
    /// themselves, keep in a Secret and replace in time. Default null.
    /// </summary>
    public string? CertificateFolder { get; init; }

    /// <summary>
    /// Namespace of the service <c>ray-operator-webhook</c> and of the Secret; null for that of the operator's pod, or of the kubeconfig's context. Default null.
    /// </summary>
    public string? ServiceNamespace { get; init; }

    /// <summary>
    /// DNS names and IP addresses that a certificate of the operators' own is made for; empty for those of the service <c>ray-operator-webhook</c> in the
    /// operator's namespace. Default empty.
    /// </summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}
