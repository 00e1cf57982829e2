namespace Ray.Operator.Options;

/// <summary>
/// Switches for behaviour that is young. Names and defaults are KubeRay's, so that its command lines keep their meaning.
/// </summary>
public sealed record FeatureGates
{
    /// <summary>Conditions in the status, and suspending that is driven by them. Default true.</summary>
    public bool RayClusterStatusConditions { get; init; } = true;

    /// <summary>Whether single worker groups may be suspended. Default true.</summary>
    public bool RayJobDeletionPolicy { get; init; } = true;

    /// <summary>Labels that number replicas and hosts, and multi-host replicas that live and die as one. Default true.</summary>
    public bool RayMultiHostIndexing { get; init; } = true;

    /// <summary>Whether <c>spec.networkPolicy</c> may be used. Default false.</summary>
    public bool RayClusterNetworkPolicy { get; init; }

    /// <summary>Whether the head may keep its state in RocksDB on a volume of its own. Default false.</summary>
    public bool GcsFaultToleranceEmbeddedStorage { get; init; }

    /// <summary>Whether <c>spec.historyServerOptions</c> may be used. Default false.</summary>
    public bool RayClusterHistoryServer { get; init; }
}
