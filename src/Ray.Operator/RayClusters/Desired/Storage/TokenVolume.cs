using k8s.Models;
using Ray.Operator.RayClusters.Desired.Features;

namespace Ray.Operator.RayClusters.Desired.Storage;

/// <summary>Gives containers the token of their Kubernetes service account, where that is what Ray shows.</summary>
internal static class TokenVolume
{
    private const string Name = "ray-token";
    private const string Path = "/var/run/secrets/ray.io/serviceaccount";

    /// <summary>Adds the volume to the pod.</summary>
    public static void AddTo(RayNode node)
    {
        if (TokenAuthentication.IsOn(node.Cluster) && TokenAuthentication.UsesServiceAccounts(node.Cluster))
        {
            PodVolumes.AddTo(node, new V1Volume
            {
                Name = Name,
                Projected = new V1ProjectedVolumeSource
                {
                    Sources = [new() { ServiceAccountToken = new V1ServiceAccountTokenProjection { Path = "token" } }],
                },
            });
        }
    }

    /// <summary>Mounts the volume in a container that talks to Ray.</summary>
    public static void MountIn(V1Container container, RayNode node)
    {
        if (TokenAuthentication.IsOn(node.Cluster)
            && TokenAuthentication.UsesServiceAccounts(node.Cluster)
            && container.VolumeMounts?.Any(mount => mount?.Name == Name) != true)
        {
            PodVolumes.MountIn(container, new V1VolumeMount { Name = Name, MountPath = Path, ReadOnlyProperty = true });
        }
    }
}
