using Ray.Api;
using Ray.Operator.RayClusters.Desired.Features;

namespace Ray.Operator.RayClusters.Desired.Metadata;

/// <summary>Annotations of a pod: the template's, and what later passes must know of how the pod was made.</summary>
internal static class PodAnnotations
{
    /// <summary>The annotations of a pod.</summary>
    public static IDictionary<string, string>? Of(RayNode node)
    {
        var template = node.Template.Metadata.Annotations;
        var annotations = new SortedDictionary<string, string>(template ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        if (IsTrue(node.Cluster.Metadata?.Annotations, RayAnnotations.OverwriteContainerCommand))
        {
            annotations[RayAnnotations.OverwriteContainerCommand] = "true";
        }

        if (node.IsHead)
        {
            AddHead(annotations, node);
        }

        foreach (var (key, value) in node.Settings.DefaultPodAnnotations)
        {
            annotations.TryAdd(key, value);
        }

        return annotations.Count == 0 ? null : annotations;
    }

    private static void AddHead(SortedDictionary<string, string> annotations, RayNode node)
    {
        annotations[RayAnnotations.FaultToleranceEnabled] = FaultTolerance.IsOn(node.Cluster) ? "true" : "false";
        if (FaultTolerance.UsesRedis(node.Cluster))
        {
            annotations[RayAnnotations.ExternalStorageNamespace] = FaultTolerance.StorageNamespaceOf(node.Cluster);
        }

        annotations[RayAnnotations.UpgradeStrategyRecreateHash] = SpecHash.Of(node.Cluster);
        annotations[RayAnnotations.OperatorVersion] = node.Settings.Version;
    }

    /// <summary>Whether the pod keeps the command of its Ray container: by annotation of the cluster or of the pod template.</summary>
    public static bool KeepsCommand(RayNode node) =>
        IsTrue(node.Cluster.Metadata?.Annotations, RayAnnotations.OverwriteContainerCommand)
        || IsTrue(node.Template.Metadata.Annotations, RayAnnotations.OverwriteContainerCommand);

    private static bool IsTrue(IDictionary<string, string>? annotations, string key) =>
        annotations is not null && annotations.TryGetValue(key, out var value) && "true".Equals(value, StringComparison.OrdinalIgnoreCase);
}
