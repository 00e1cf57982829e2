namespace Kube.Runtime.Webhooks;

/// <summary>Choices of a <see cref="ManagedCertificate"/>.</summary>
public sealed record ManagedCertificateOptions
{
    /// <summary>Namespace of the Secret.</summary>
    public required string Namespace { get; init; }

    /// <summary>Name of the Secret; it is made when it is missing.</summary>
    public required string SecretName { get; init; }

    /// <summary>
    /// DNS names and IP addresses that callers use; at least one. For a service in front of the webhook: <see cref="ServiceNames"/>.
    /// </summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>What is told the certificate's authority: the objects by which the API server finds the webhook.</summary>
    public IReadOnlyList<TrustTarget> Targets { get; init; } = [];

    /// <summary>How long a certificate is valid. Default: 90 days.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How long before its end a certificate is replaced. Default: 30 days.</summary>
    public TimeSpan RenewBefore { get; init; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How long API servers are given to notice a new authority before a certificate of it is shown. Default: 1 minute; a server notices within
    /// a second or two, or when it is restarted.
    /// </summary>
    public TimeSpan TrustDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long replicas are given to take up a new certificate before the old authority is forgotten and the next certificate may be prepared.
    /// Default: 10 minutes.
    /// </summary>
    public TimeSpan RetireDelay { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often the Secret and the targets are looked at. Default: 30 seconds.</summary>
    public TimeSpan CheckInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The names of a service: the one that the API server uses, and those that other callers may.</summary>
    /// <param name="name">Name of the service.</param>
    /// <param name="namespace">Its namespace.</param>
    public static IReadOnlyList<string> ServiceNames(string name, string @namespace) =>
        [$"{name}.{@namespace}.svc", $"{name}.{@namespace}", $"{name}.{@namespace}.svc.cluster.local"];

    internal void Validate()
    {
        if (Names.Count == 0)
        {
            throw new ArgumentException("A certificate needs a name: add the DNS name of the webhook's service.");
        }

        if (RenewBefore >= Lifetime || RenewBefore <= TrustDelay)
        {
            throw new ArgumentException(
                $"RenewBefore ({RenewBefore}) is to be shorter than Lifetime ({Lifetime}) and longer than TrustDelay ({TrustDelay}): "
                + "otherwise a certificate is replaced at once, or too late.");
        }

        if (RetireDelay + (2 * TrustDelay) + (3 * CheckInterval) >= Lifetime)
        {
            throw new ArgumentException(
                $"Lifetime ({Lifetime}) is to be longer than RetireDelay ({RetireDelay}), twice TrustDelay ({TrustDelay}) and three times CheckInterval "
                + $"({CheckInterval}) together: otherwise a certificate ends before callers trust the next one.");
        }

        if (RetireDelay < CheckInterval)
        {
            throw new ArgumentException(
                $"RetireDelay ({RetireDelay}) is to be at least CheckInterval ({CheckInterval}): otherwise the old authority is forgotten while replicas need it.");
        }
    }
}
