namespace Ray.Api.V1;

/// <summary>States of a cluster.</summary>
public static class RayClusterState
{
    /// <summary>All pods have been running and ready.</summary>
    public const string Ready = "ready";

    /// <summary>All pods are deleted because spec.suspend is true.</summary>
    public const string Suspended = "suspended";

    /// <summary>Written by operators of the past only.</summary>
    public const string Failed = "failed";
}
