using k8s.Models;

namespace Ray.Operator.RayClusters.Observing;

/// <summary>
/// What the cache keeps of a pod. Of a spec, two thirds of a pod, <see cref="PodFacts"/> needs three values; with thousands of pods the rest would
/// be most of the operator's memory.
/// </summary>
internal static class CachedPod
{
    /// <summary>Drops what nobody reads.</summary>
    public static V1Pod Of(V1Pod pod)
    {
        if (pod.Spec is { } spec)
        {
            pod.Spec = new()
            {
                NodeName = spec.NodeName,
                RestartPolicy = spec.RestartPolicy,
                Containers = spec.Containers is { Count: > 0 } containers ? [new() { Name = containers[0].Name }] : [],
            };
        }

        return pod;
    }
}
