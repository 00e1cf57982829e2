using k8s.Models;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired.Features;
using Ray.Operator.RayClusters.Desired.Metadata;

namespace Ray.Operator.RayClusters.Desired;

/// <summary>The claim for the volume on which the head keeps its state in RocksDB.</summary>
public static class GcsVolumeClaim
{
    private const string DefaultSize = "1Gi";
    private const string DefaultAccessMode = "ReadWriteOnce";

    /// <summary>Name of the claim: the user's, else <c>&lt;cluster&gt;-gcs-pvc</c>.</summary>
    public static string NameOf(RayCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return Given(cluster) ?? ObjectNames.GcsVolumeClaim(cluster.Metadata?.Name ?? "");
    }

    /// <summary>Whether the head needs a claim, the user's or one of the operator's.</summary>
    public static bool IsNeeded(RayCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return FaultTolerance.UsesRocksDb(cluster);
    }

    /// <summary>Whether the user names the claim, which must then exist already.</summary>
    public static bool IsGiven(RayCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return Given(cluster) is not null;
    }

    /// <summary>
    /// Builds the claim; null when the head needs none or the user names one. With the deletion policy <c>Retain</c> it has no owner, so
    /// that it outlives the cluster.
    /// </summary>
    /// <param name="cluster">The cluster.</param>
    public static V1PersistentVolumeClaim? Build(RayCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        if (!IsNeeded(cluster) || IsGiven(cluster))
        {
            return null;
        }

        var storage = FaultTolerance.OptionsOf(cluster)?.Storage;
        var metadata = ObjectMetadata.Owned(cluster, NameOf(cluster), ObjectMetadata.ClusterLabel(cluster));
        if (storage?.DeletionPolicy == GcsStorageDeletionPolicy.Retain)
        {
            metadata.OwnerReferences = null;
        }

        return new V1PersistentVolumeClaim
        {
            ApiVersion = V1PersistentVolumeClaim.KubeApiVersion,
            Kind = V1PersistentVolumeClaim.KubeKind,
            Metadata = metadata,
            Spec = new V1PersistentVolumeClaimSpec
            {
                AccessModes = storage?.AccessModes is { Count: > 0 } modes ? [.. modes] : [DefaultAccessMode],
                StorageClassName = storage?.StorageClassName,
                Resources = new V1VolumeResourceRequirements
                {
                    Requests = new Dictionary<string, ResourceQuantity>
                    {
                        ["storage"] = storage?.Size ?? new ResourceQuantity(DefaultSize),
                    },
                },
            },
        };
    }

    private static string? Given(RayCluster cluster) =>
        FaultTolerance.OptionsOf(cluster)?.Storage?.ClaimName is { Length: > 0 } name ? name : null;
}
