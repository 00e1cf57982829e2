using k8s.Models;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired.Features;
using Ray.Operator.RayClusters.Desired.Metadata;

namespace Ray.Operator.RayClusters.Desired;

/// <summary>Who the autoscaler is to the API server.</summary>
public static class AutoscalerServiceAccount
{
    /// <summary>Name of the account: the one that the head template names, else one that is named after the cluster.</summary>
    public static string NameOf(RayCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return Given(cluster) ?? ObjectNames.Short(cluster.Metadata?.Name ?? "");
    }

    /// <summary>Whether the head template names an account, which must then exist already.</summary>
    public static bool IsGiven(RayCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return Given(cluster) is not null;
    }

    /// <summary>Builds the account; null when the autoscaler is off, or when the head template names an account.</summary>
    /// <param name="cluster">The cluster.</param>
    public static V1ServiceAccount? Build(RayCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        if (!Autoscaling.IsOn(cluster) || IsGiven(cluster))
        {
            return null;
        }

        return new V1ServiceAccount
        {
            ApiVersion = V1ServiceAccount.KubeApiVersion,
            Kind = V1ServiceAccount.KubeKind,
            Metadata = ObjectMetadata.Owned(cluster, NameOf(cluster), ObjectMetadata.Labels(cluster)),
        };
    }

    private static string? Given(RayCluster cluster) =>
        cluster.Spec?.HeadGroupSpec?.Template?.Spec?.ServiceAccountName is { Length: > 0 } name ? name : null;
}
