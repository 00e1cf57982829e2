using System.Text;
using k8s.Models;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired.Features;
using Ray.Operator.RayClusters.Desired.Metadata;

namespace Ray.Operator.RayClusters.Desired;

/// <summary>
/// The secret with the token that the processes and clients of a cluster show each other. Created once and never changed: running pods hold
/// its token.
/// </summary>
public static class AuthSecret
{
    /// <summary>Random bytes that a token is made of.</summary>
    public const int TokenBytes = 32;

    /// <summary>Name of the secret that pods read the token from, whoever made it.</summary>
    public static string NameOf(RayCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return TokenAuthentication.SecretOf(cluster);
    }

    /// <summary>Whether the operator makes the secret: the cluster has <c>authOptions</c> that neither name one nor do without.</summary>
    public static bool IsWanted(RayCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return TokenAuthentication.NeedsSecret(cluster);
    }

    /// <summary>Builds the secret; null when the cluster needs none of the operator's.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="token"><see cref="TokenBytes"/> random bytes; the secret holds them as base64 text under <c>auth_token</c>.</param>
    /// <exception cref="ArgumentException">The token has another length.</exception>
    public static V1Secret? Build(RayCluster cluster, ReadOnlySpan<byte> token)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        if (!IsWanted(cluster))
        {
            return null;
        }

        if (token.Length != TokenBytes)
        {
            throw new ArgumentException($"A token has {TokenBytes} random bytes, not {token.Length}.", nameof(token));
        }

        return new V1Secret
        {
            ApiVersion = V1Secret.KubeApiVersion,
            Kind = V1Secret.KubeKind,
            Metadata = ObjectMetadata.Owned(cluster, NameOf(cluster), ObjectMetadata.ClusterLabel(cluster)),
            Type = "Opaque",
            Data = new Dictionary<string, byte[]>
            {
                [TokenAuthentication.SecretKey] = Encoding.ASCII.GetBytes(Convert.ToBase64String(token)),
            },
        };
    }
}
