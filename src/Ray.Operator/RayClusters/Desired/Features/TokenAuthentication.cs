using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired.Metadata;

namespace Ray.Operator.RayClusters.Desired.Features;

/// <summary>Whether the processes and clients of a cluster show a token, and where it comes from.</summary>
internal static class TokenAuthentication
{
    /// <summary>Key of the token in its secret.</summary>
    public const string SecretKey = "auth_token";

    /// <summary>Whether tokens are demanded.</summary>
    public static bool IsOn(RayCluster cluster) => cluster.Spec?.AuthOptions?.Mode == AuthMode.Token;

    /// <summary>Whether the tokens are those of Kubernetes service accounts.</summary>
    public static bool UsesServiceAccounts(RayCluster cluster) => cluster.Spec?.AuthOptions?.EnableK8sTokenAuth == true;

    /// <summary>Name of the secret that holds the token: the user's, else one that is named after the cluster.</summary>
    public static string SecretOf(RayCluster cluster) =>
        cluster.Spec?.AuthOptions?.SecretName is { Length: > 0 } given ? given : ObjectNames.Short(cluster.Metadata?.Name ?? "");

    /// <summary>
    /// Whether the secret is the operator's to make. An absent mode counts: it makes the secret and does not yet demand tokens.
    /// </summary>
    public static bool NeedsSecret(RayCluster cluster) =>
        cluster.Spec?.AuthOptions is { } options
        && options.Mode != AuthMode.Disabled
        && !UsesServiceAccounts(cluster)
        && string.IsNullOrEmpty(options.SecretName);
}
