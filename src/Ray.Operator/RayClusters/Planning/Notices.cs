namespace Ray.Operator.RayClusters.Planning;

/// <summary>Event reasons of our own, beside those of <see cref="Ray.Api.RayEventReasons"/>.</summary>
internal static class Notices
{
    /// <summary><c>workersToDelete</c> names pods that do not belong to its group.</summary>
    public const string IgnoredWorkersToDelete = "IgnoredWorkersToDelete";

    /// <summary>An object around the pods, of a kind for which KubeRay has no word, was made what the spec says.</summary>
    public const string UpdatedObject = "UpdatedObject";

    /// <summary>Such an object could not be made what the spec says.</summary>
    public const string FailedToUpdateObject = "FailedToUpdateObject";

    /// <summary>The head service was made what the spec says.</summary>
    public const string UpdatedService = "UpdatedService";

    /// <summary>The head service could not be made what the spec says.</summary>
    public const string FailedToUpdateService = "FailedToUpdateService";

    /// <summary>The stored object is not of the shape that the API defines.</summary>
    public const string UnreadableRayCluster = "UnreadableRayCluster";

    /// <summary>The spec sets fields that this operator does not act on.</summary>
    public const string UnsupportedField = "UnsupportedField";

    /// <summary>A pass failed in a way that nobody foresaw.</summary>
    public const string ReconcileFailed = "ReconcileFailed";

    /// <summary>A pod of the cluster exists that this operator cannot read.</summary>
    public const string UnreadablePod = "UnreadablePod";
}
