using System.Text.RegularExpressions;
using k8s.Models;

namespace Ray.Operator.RayClusters.Desired.Resources;

/// <summary>What the names of pod resources mean to Ray.</summary>
internal static partial class ResourceNames
{
    /// <summary>Whether a resource is a GPU of any maker, or a slice of one (MIG).</summary>
    public static bool IsGpu(string name) => name.EndsWith("gpu", StringComparison.Ordinal) || GpuSlice().IsMatch(name);

    /// <summary>Number of GPUs of all kinds.</summary>
    public static decimal SumOfGpus(IDictionary<string, ResourceQuantity>? resources) =>
        resources?.Where(pair => IsGpu(pair.Key)).Sum(pair => Quantities.ValueOf(pair.Value)) ?? 0;

    /// <summary>The quantity of one resource; null when it is absent or zero.</summary>
    public static decimal? NonZero(IDictionary<string, ResourceQuantity>? resources, string name) =>
        resources is not null && resources.TryGetValue(name, out var quantity) && Quantities.ValueOf(quantity) is var value and not 0
            ? value
            : null;

    [GeneratedRegex(@"nvidia\.com/mig-\d+g\.\d+gb$")]
    private static partial Regex GpuSlice();
}
