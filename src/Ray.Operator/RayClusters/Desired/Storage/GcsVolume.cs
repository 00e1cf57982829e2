using k8s.Models;
using Ray.Operator.RayClusters.Desired.Features;

namespace Ray.Operator.RayClusters.Desired.Storage;

/// <summary>Gives a head that keeps its state in RocksDB the volume for it.</summary>
internal static class GcsVolume
{
    /// <summary>Name of the volume.</summary>
    public const string Name = "gcs-storage";

    /// <summary>Where the volume is mounted, and where Ray writes to.</summary>
    public const string Path = "/data/gcs";

    public static void Mount(RayNode node)
    {
        if (!node.IsHead || !FaultTolerance.UsesRocksDb(node.Cluster))
        {
            return;
        }

        PodVolumes.AddTo(node, new V1Volume
        {
            Name = Name,
            PersistentVolumeClaim = new V1PersistentVolumeClaimVolumeSource { ClaimName = GcsVolumeClaim.NameOf(node.Cluster) },
        });
        PodVolumes.MountIn(node.RayContainer, new V1VolumeMount
        {
            Name = Name,
            MountPath = Path,
            SubPath = FaultTolerance.OptionsOf(node.Cluster)?.Storage?.SubPath is { Length: > 0 } folder ? folder : null,
        });
    }
}
