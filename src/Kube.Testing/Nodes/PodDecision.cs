using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>What a node does about one pod now.</summary>
internal abstract record PodDecision
{
    private PodDecision()
    {
    }

    /// <summary>The pod is as it should be.</summary>
    public sealed record Nothing : PodDecision
    {
        public static Nothing Instance { get; } = new();
    }

    /// <summary>It is too early; look again later.</summary>
    public sealed record Wait(TimeSpan Delay) : PodDecision;

    /// <summary>Write this status.</summary>
    public sealed record WriteStatus(JsonObject Status) : PodDecision;

    /// <summary>The containers have ended after a deletion: remove the object.</summary>
    public sealed record Remove : PodDecision
    {
        public static Remove Instance { get; } = new();
    }
}

/// <summary>What the decision depends on besides the pod itself.</summary>
/// <param name="Now">The time.</param>
/// <param name="FirstSeen">When the node saw the pod for the first time.</param>
/// <param name="DeletionSeen">When the node saw that the pod was deleted; null when it is not.</param>
/// <param name="StartDelay">How long a pod takes to start.</param>
/// <param name="TerminationDelay">How long a pod takes to end.</param>
/// <param name="PodIp">The address set aside for the pod.</param>
/// <param name="HostIp">The node's address.</param>
internal sealed record PodContext(
    DateTimeOffset Now,
    DateTimeOffset FirstSeen,
    DateTimeOffset? DeletionSeen,
    TimeSpan StartDelay,
    TimeSpan TerminationDelay,
    string PodIp,
    string HostIp);
