using k8s.Models;
using Ray.Operator.RayClusters.Desired.Resources;

namespace Ray.Operator.RayClusters.Desired.StartParams;

/// <summary>Tells Ray the accelerators of its container, unless the user did.</summary>
internal static class Accelerators
{
    // In the order in which they are tried; a container has one kind.
    private static readonly (string Resource, string RayName)[] s_custom =
    [
        ("aws.amazon.com/neuroncore", "neuron_cores"),
        ("google.com/tpu", "TPU"),
    ];

    public static void AddTo(SortedDictionary<string, string> parameters, IDictionary<string, ResourceQuantity>? limits)
    {
        var gpus = ResourceNames.SumOfGpus(limits);
        if (gpus > 0)
        {
            parameters.TryAdd("num-gpus", QuantityText.WholeUp(gpus));
        }

        AddCustom(parameters, limits);
    }

    private static void AddCustom(SortedDictionary<string, string> parameters, IDictionary<string, ResourceQuantity>? limits)
    {
        var found = s_custom.FirstOrDefault(kind => ResourceNames.NonZero(limits, kind.Resource) is not null);
        if (found.RayName is null)
        {
            return;
        }

        // Text that is no JSON is the user's own affair: it is passed on as it is, and nothing can be merged into it.
        var known = ResourcesFlag.Read(parameters.GetValueOrDefault(ResourcesFlag.Name));
        if (known is null || s_custom.Any(kind => known.ContainsKey(kind.RayName)))
        {
            return;
        }

        known[found.RayName] = (double)ResourceNames.NonZero(limits, found.Resource)!.Value;
        parameters[ResourcesFlag.Name] = ResourcesFlag.Write(known);
    }
}
