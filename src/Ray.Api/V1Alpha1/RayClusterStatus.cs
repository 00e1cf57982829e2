using System.Text.Json.Serialization;
using k8s.Models;
using Kube;
using Ray.Api.V1;

namespace Ray.Api.V1Alpha1;

/// <summary>
/// Observed state of a Ray cluster: <c>availableReplicas</c> and <c>lastUpdateTime</c> of 2020, and all that <c>ray.io/v1</c> says, so that both
/// versions show the same.
/// </summary>
public sealed record RayClusterStatus
{
    /// <summary>Pods that are running, head included.</summary>
    [NotInHub]
    public int? AvailableReplicas { get; set; }

    /// <summary>
    /// ready once all pods have been running and ready, suspended while suspended, else empty. It stays ready when pods fail later: for
    /// live health use the condition HeadPodReady and the worker counts.
    /// </summary>
    public string? State { get; set; }

    /// <summary>Why the cluster is in this state, when there is something to say.</summary>
    public string? Reason { get; set; }

    /// <summary>Conditions of the cluster, such as HeadPodReady and RayClusterProvisioned.</summary>
    [ListType(ListKind.Map, nameof(V1Condition.Type))]
    public IList<V1Condition>? Conditions { get; set; }

    /// <summary>Worker pods that are running and ready.</summary>
    public int? ReadyWorkerReplicas { get; set; }

    /// <summary>Worker pods that are running.</summary>
    public int? AvailableWorkerReplicas { get; set; }

    /// <summary>Worker pods that are wanted.</summary>
    public int? DesiredWorkerReplicas { get; set; }

    /// <summary>Fewest worker pods over all groups.</summary>
    public int? MinWorkerReplicas { get; set; }

    /// <summary>Most worker pods over all groups.</summary>
    public int? MaxWorkerReplicas { get; set; }

    /// <summary>CPU of all wanted pods.</summary>
    [JsonPropertyName("desiredCPU")]
    public ResourceQuantity? DesiredCpu { get; set; }

    /// <summary>Memory of all wanted pods.</summary>
    public ResourceQuantity? DesiredMemory { get; set; }

    /// <summary>GPUs of all wanted pods, over all kinds of GPU.</summary>
    [JsonPropertyName("desiredGPU")]
    public ResourceQuantity? DesiredGpu { get; set; }

    /// <summary>TPUs of all wanted pods.</summary>
    [JsonPropertyName("desiredTPU")]
    public ResourceQuantity? DesiredTpu { get; set; }

    /// <summary>When this status was last written.</summary>
    [Nullable]
    public DateTime? LastUpdateTime { get; set; }

    /// <summary>When each state was last entered, by state.</summary>
    public IDictionary<string, DateTime>? StateTransitionTimes { get; set; }

    /// <summary>Ports of the head service: name to number.</summary>
    public IDictionary<string, string>? Endpoints { get; set; }

    /// <summary>The head pod and its service.</summary>
    public HeadInfo? Head { get; set; }

    /// <summary>The metadata.generation that this status speaks of.</summary>
    public long? ObservedGeneration { get; set; }
}
