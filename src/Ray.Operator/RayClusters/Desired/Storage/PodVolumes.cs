using k8s.Models;

namespace Ray.Operator.RayClusters.Desired.Storage;

/// <summary>Adds volumes and mounts without taking the place of the user's.</summary>
internal static class PodVolumes
{
    /// <summary>Adds a volume, unless the pod has one of that name: that one is then used.</summary>
    public static void AddTo(RayNode node, V1Volume volume)
    {
        var volumes = node.Template.Spec.Volumes ??= [];
        if (!volumes.Any(other => other.Name == volume.Name))
        {
            volumes.Add(volume);
        }
    }

    /// <summary>Whether something is mounted at a path.</summary>
    public static bool IsMounted(V1Container container, string path) =>
        container.VolumeMounts?.Any(mount => mount?.MountPath == path) == true;

    /// <summary>Mounts a volume, unless something is mounted at its path already.</summary>
    public static void MountIn(V1Container container, V1VolumeMount mount)
    {
        container.VolumeMounts ??= [];
        if (!IsMounted(container, mount.MountPath))
        {
            container.VolumeMounts.Add(mount);
        }
    }
}
