using Ray.Operator.RayClusters.Desired.Environment;
using Ray.Operator.RayClusters.Desired.Features;
using Ray.Operator.RayClusters.Desired.Storage;

namespace Ray.Operator.RayClusters.Desired.Containers;

/// <summary>
/// Lets the containers of a pod that talk to Ray show the token of the cluster: Ray's own, and the one that waits for the head. The
/// environment of the Ray container is made elsewhere, in its order.
/// </summary>
internal static class TokenAccess
{
    public static void AddTo(RayNode node)
    {
        if (!TokenAuthentication.IsOn(node.Cluster))
        {
            return;
        }

        TokenVolume.AddTo(node);
        TokenVolume.MountIn(node.RayContainer, node);
        foreach (var container in (node.Template.Spec.InitContainers ?? []).Where(container => container.Name == WaitForHead.Name))
        {
            EnvironmentMerge.Into(container, AuthenticationEnvironment.Of(node.Cluster));
            TokenVolume.MountIn(container, node);
        }
    }
}
