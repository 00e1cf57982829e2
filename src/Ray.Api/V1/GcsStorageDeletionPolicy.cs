namespace Ray.Api.V1;

/// <summary>What happens to the claim of the head's volume when the cluster is deleted.</summary>
public static class GcsStorageDeletionPolicy
{
    /// <summary>It is deleted too.</summary>
    public const string DeleteWithCluster = "DeleteWithCluster";

    /// <summary>It stays.</summary>
    public const string Retain = "Retain";
}
