namespace Ray.Operator.Commands;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Stopped as asked.</summary>
    public const int Success = 0;

    /// <summary>Ended by a fault, or because another operator leads now.</summary>
    public const int Fault = 1;

    /// <summary>Options or kubeconfig cannot be used.</summary>
    public const int BadUsage = 2;

    /// <summary>The API server cannot be reached, refuses, or lacks the RayCluster kind.</summary>
    public const int ServerNotUsable = 3;

    /// <summary>A manifest is wrong.</summary>
    public const int BadManifest = 4;

    /// <summary>Clusters were not ready in time.</summary>
    public const int NotReady = 5;
}
