namespace Ray.Operator.Options;

/// <summary>
/// What an installation of the operator may change about the objects it makes. Data only: builders read it, nothing else.
/// </summary>
public sealed record OperatorSettings
{
    /// <summary>Version of the operator; written on head pods and reported by Ray's usage statistics.</summary>
    public string Version { get; init; } = "";

    /// <summary>DNS domain of the Kubernetes cluster. Default <c>cluster.local</c>.</summary>
    public string ClusterDomain { get; init; } = "cluster.local";

    /// <summary>Whether workers wait for the head in an init container. Default true.</summary>
    public bool InjectInitContainer { get; init; } = true;

    /// <summary>Whether Ray containers without probes get some. Default true.</summary>
    public bool InjectProbes { get; init; } = true;

    /// <summary>Whether default head services get a cluster IP; otherwise they are headless. Default false.</summary>
    public bool HeadServiceClusterIp { get; init; }

    /// <summary>Whether Ray starts in a login shell, which reads the profile files of the image. Default false.</summary>
    public bool LoginShell { get; init; }

    /// <summary>Whether head pods are named <c>&lt;cluster&gt;-head</c>, without a random suffix. Default false.</summary>
    public bool DeterministicHeadPodName { get; init; }

    /// <summary>How long a cluster at rest waits for its next look. Default 5 minutes.</summary>
    public TimeSpan IdleRequeue { get; init; } = TimeSpan.FromMinutes(5);
}
