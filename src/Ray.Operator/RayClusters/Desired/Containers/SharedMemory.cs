using k8s.Models;
using Ray.Operator.RayClusters.Desired.Resources;

namespace Ray.Operator.RayClusters.Desired.Containers;

/// <summary>
/// Gives Ray's object store a <c>/dev/shm</c> as large as the container's memory; the default of container runtimes is 64 MB.
/// </summary>
internal static class SharedMemory
{
    private const string VolumeName = "shared-mem";
    private const string Path = "/dev/shm";

    public static void Mount(RayNode node)
    {
        var container = node.RayContainer;
        container.VolumeMounts ??= [];
        if (node.StartParams.ContainsKey("plasma-directory") || container.VolumeMounts.Any(mount => mount.MountPath == Path))
        {
            return;
        }

        var volumes = node.Template.Spec.Volumes ??= [];
        if (!volumes.Any(volume => volume.Name == VolumeName))
        {
            volumes.Add(new V1Volume
            {
                Name = VolumeName,
                EmptyDir = new V1EmptyDirVolumeSource { Medium = "Memory", SizeLimit = SizeOf(container.Resources) },
            });
        }

        container.VolumeMounts.Add(new V1VolumeMount { Name = VolumeName, MountPath = Path });
    }

    private static ResourceQuantity? SizeOf(V1ResourceRequirements? resources) =>
        MemoryIn(resources?.Limits) ?? MemoryIn(resources?.Requests);

    private static ResourceQuantity? MemoryIn(IDictionary<string, ResourceQuantity>? quantities) =>
        quantities is not null && quantities.TryGetValue("memory", out var memory) && Quantities.ValueOf(memory) != 0
            ? memory
            : null;
}
