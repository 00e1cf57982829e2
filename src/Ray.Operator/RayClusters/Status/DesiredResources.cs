using k8s.Models;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired.Resources;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Status;

/// <summary>
/// What the pods of a cluster ask for in all: the head's template once, each group's template for every replica that the spec names. Of a
/// container its request counts, else its limit; init containers do not. Sums stop at
/// <see cref="Quantities.Largest"/>.
/// </summary>
internal static class DesiredResources
{
    /// <summary>Sum of <c>cpu</c>.</summary>
    public static ResourceQuantity Cpu(RayCluster cluster) => Sum(cluster, name => name == "cpu", ResourceQuantity.SuffixFormat.DecimalSI);

    /// <summary>Sum of <c>memory</c>.</summary>
    public static ResourceQuantity Memory(RayCluster cluster) =>
        Sum(cluster, name => name == "memory", ResourceQuantity.SuffixFormat.BinarySI);

    /// <summary>Sum of all that Ray counts as GPUs (<see cref="ResourceNames.IsGpu"/>), so that status and <c>num-gpus</c> agree.</summary>
    public static ResourceQuantity Gpu(RayCluster cluster) => Sum(cluster, ResourceNames.IsGpu, ResourceQuantity.SuffixFormat.DecimalSI);

    /// <summary>Sum of <c>google.com/tpu</c>.</summary>
    public static ResourceQuantity Tpu(RayCluster cluster) =>
        Sum(cluster, name => name == "google.com/tpu", ResourceQuantity.SuffixFormat.DecimalSI);

    private static ResourceQuantity Sum(RayCluster cluster, Func<string, bool> isCounted, ResourceQuantity.SuffixFormat format)
    {
        var sum = OfTemplate(cluster.Spec?.HeadGroupSpec?.Template, isCounted);
        foreach (var group in cluster.Spec?.WorkerGroupSpecs ?? [])
        {
            var pods = group.Suspend == true ? 0 : (decimal)Math.Max(0, group.Replicas ?? 0) * GroupSize.Hosts(group);
            sum = Quantities.Saturate(sum + Quantities.Times(OfTemplate(group.Template, isCounted), pods));
        }

        // Of a sum only the canonical text is stable: 1024Mi and 1Gi must not look like a change.
        return new ResourceQuantity(new ResourceQuantity(sum, 0, format).CanonicalizeString(format));
    }

    private static decimal OfTemplate(V1PodTemplateSpec? template, Func<string, bool> isCounted)
    {
        var sum = 0m;
        foreach (var container in template?.Spec?.Containers ?? [])
        {
            var requests = container.Resources?.Requests ?? new Dictionary<string, ResourceQuantity>();
            var limits = container.Resources?.Limits ?? new Dictionary<string, ResourceQuantity>();
            foreach (var name in requests.Keys.Union(limits.Keys).Where(isCounted))
            {
                var quantity = requests.TryGetValue(name, out var request) ? request : limits[name];
                sum = Quantities.Saturate(sum + Quantities.ValueOf(quantity));
            }
        }

        return sum;
    }
}
