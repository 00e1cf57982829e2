using System.ComponentModel.DataAnnotations;
using k8s.Models;

namespace Ray.Api.V1;

/// <summary>Persistent volume of the head for the rocksdb backend.</summary>
public sealed record GcsEmbeddedStorage
{
    /// <summary>
    /// Existing PersistentVolumeClaim to use. Not together with size, storageClassName or accessModes. Default: one is made.
    /// </summary>
    public string? ClaimName { get; set; }

    /// <summary>Size of the volume. Default: 1Gi.</summary>
    public ResourceQuantity? Size { get; set; }

    /// <summary>Storage class of the volume. Default: that of the Kubernetes cluster.</summary>
    public string? StorageClassName { get; set; }

    /// <summary>Access modes of the volume. Default: ReadWriteOnce.</summary>
    public IList<string>? AccessModes { get; set; }

    /// <summary>Folder in the volume. Default: its root.</summary>
    public string? SubPath { get; set; }

    /// <summary>What happens to the claim when the cluster is deleted. Default: DeleteWithCluster.</summary>
    [AllowedValues(GcsStorageDeletionPolicy.DeleteWithCluster, GcsStorageDeletionPolicy.Retain)]
    public string? DeletionPolicy { get; set; }
}
