using k8s.Models;
using Ray.Operator.RayClusters.Desired.Resources;

namespace Ray.Operator.RayClusters.Desired.Storage;

/// <summary>
/// Gives Ray's object store a <c>/dev/shm</c> as large as the container's memory; the default of container runtimes is 64 MB.
/// </summary>
internal static class SharedMemory
{
    private const string Name = "shared-mem";
    private const string Path = "/dev/shm";

    public static void Mount(RayNode node)
    {
        var container = node.RayContainer;
        if (node.StartParams.ContainsKey("plasma-directory") || PodVolumes.IsMounted(container, Path))
        {
            return;
        }

        PodVolumes.AddTo(node, new V1Volume
        {
            Name = Name,
            EmptyDir = new V1EmptyDirVolumeSource { Medium = "Memory", SizeLimit = SizeOf(container.Resources) },
        });
        PodVolumes.MountIn(container, new V1VolumeMount { Name = Name, MountPath = Path });
    }

    private static ResourceQuantity? SizeOf(V1ResourceRequirements? resources) =>
        MemoryIn(resources?.Limits) ?? MemoryIn(resources?.Requests);

    private static ResourceQuantity? MemoryIn(IDictionary<string, ResourceQuantity>? quantities) =>
        quantities is not null && quantities.TryGetValue("memory", out var memory) && Quantities.ValueOf(memory) != 0
            ? memory
            : null;
}
