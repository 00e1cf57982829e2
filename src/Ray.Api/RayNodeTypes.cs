namespace Ray.Api;

/// <summary>Values of the label <see cref="RayLabels.NodeType"/>.</summary>
public static class RayNodeTypes
{
    /// <summary>The head pod.</summary>
    public const string Head = "head";

    /// <summary>A worker pod.</summary>
    public const string Worker = "worker";

    /// <summary>The pod that clears Redis after the cluster is gone.</summary>
    public const string RedisCleanup = "redis-cleanup";
}
