using k8s.Models;
using Ray.Operator.RayClusters.Desired.Resources;

namespace Ray.Operator.RayClusters.Desired.StartParams;

/// <summary>Tells Ray the CPUs and the memory of its container, unless the user did.</summary>
internal static class ContainerResources
{
    public static void AddTo(SortedDictionary<string, string> parameters, V1ResourceRequirements? resources)
    {
        if (!parameters.ContainsKey("num-cpus")
            && (ResourceNames.NonZero(resources?.Limits, "cpu") ?? ResourceNames.NonZero(resources?.Requests, "cpu")) is { } cpus)
        {
            parameters["num-cpus"] = QuantityText.WholeUp(cpus);
        }

        // A request is no bound: Ray may then take what the node has.
        if (!parameters.ContainsKey("memory") && ResourceNames.NonZero(resources?.Limits, "memory") is { } bytes)
        {
            parameters["memory"] = QuantityText.WholeUp(bytes);
        }
    }
}
