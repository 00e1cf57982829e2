namespace Kube.Runtime.Webhooks;

/// <summary>What all replicas of a webhook server agree on, as their Secret holds it.</summary>
/// <param name="Active">What they serve with.</param>
/// <param name="Next">What they will serve with once callers trust it; null when no rotation is on.</param>
/// <param name="Authorities">The authorities that callers are to trust, each PEM; those of <paramref name="Active"/> and <paramref name="Next"/> among them.</param>
/// <param name="Since">When the last step was taken.</param>
internal sealed record CertificateState(ServingPair Active, ServingPair? Next, IReadOnlyList<string> Authorities, DateTimeOffset Since)
{
    /// <summary>The authorities as callers are told them.</summary>
    public string Bundle => string.Concat(Authorities.Select(pem => pem.TrimEnd() + "\n"));
}
