using Ray.Operator.Options;

namespace Ray.Operator.Commands.Local;

/// <summary>What was asked of <c>ray-operator local</c>.</summary>
internal sealed record LocalOptions
{
    /// <summary>How the operator runs.</summary>
    public required OperatorOptions Operator { get; init; }

    /// <summary>Namespace of objects whose manifest names none.</summary>
    public required string Namespace { get; init; }

    /// <summary>Port of the API server; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>Number of simulated nodes.</summary>
    public int Nodes { get; init; }

    /// <summary>Where a kubeconfig is written besides; null for nowhere.</summary>
    public string? KubeConfigOut { get; init; }

    /// <summary>Where the operator's log goes; null for a file that goes with the rest.</summary>
    public string? LogFile { get; init; }

    /// <summary>Whether to end when all RayClusters of the manifests are ready.</summary>
    public bool ExitWhenReady { get; init; }

    /// <summary>How long they have to become ready.</summary>
    public TimeSpan Timeout { get; init; }
}
