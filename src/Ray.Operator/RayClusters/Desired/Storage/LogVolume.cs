using k8s.Models;

namespace Ray.Operator.RayClusters.Desired.Storage;

/// <summary>Lets containers of a pod share the folder of Ray's logs.</summary>
internal static class LogVolume
{
    private const string Name = "ray-logs";
    private const string Path = "/tmp/ray";

    /// <summary>Shares the folder among containers; one that has something mounted there keeps it.</summary>
    public static void Share(RayNode node, params ReadOnlySpan<V1Container> containers)
    {
        foreach (var container in containers)
        {
            if (!PodVolumes.IsMounted(container, Path))
            {
                PodVolumes.AddTo(node, new V1Volume { Name = Name, EmptyDir = new V1EmptyDirVolumeSource() });
                PodVolumes.MountIn(container, new V1VolumeMount { Name = Name, MountPath = Path });
            }
        }
    }
}
