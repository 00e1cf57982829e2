using System.Collections.Immutable;
using k8s.Models;

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

    /// <summary>
    /// Whether surplus workers are deleted while the autoscaler is on, though it has not named them. Default false: the autoscaler knows
    /// which of them are idle.
    /// </summary>
    public bool DeleteRandomPods { get; init; }

    /// <summary>Whether Redis is cleared when a cluster that keeps its state there is deleted. Default true.</summary>
    public bool ClearRedis { get; init; } = true;

    /// <summary>How long a cluster at rest waits for its next look. Default 5 minutes; null for no look without an event.</summary>
    public TimeSpan? IdleRequeue { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Scheduler that places all pods: one of <see cref="BatchSchedulers"/>. Default null: each template says for itself.
    /// </summary>
    public string? BatchScheduler { get; init; }

    /// <summary>Containers added to every head pod, after all others.</summary>
    public ImmutableArray<V1Container> HeadSidecarContainers { get; init; } = [];

    /// <summary>Containers added to every worker pod, after all others.</summary>
    public ImmutableArray<V1Container> WorkerSidecarContainers { get; init; } = [];

    /// <summary>Environment variables of every Ray container that does not set them.</summary>
    public ImmutableArray<V1EnvVar> DefaultContainerEnvironment { get; init; } = [];

    /// <summary>Labels of every pod that does not have them.</summary>
    public ImmutableSortedDictionary<string, string> DefaultPodLabels { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Annotations of every pod that does not have them.</summary>
    public ImmutableSortedDictionary<string, string> DefaultPodAnnotations { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Switches for behaviour that is young.</summary>
    public FeatureGates Gates { get; init; } = new();
}
