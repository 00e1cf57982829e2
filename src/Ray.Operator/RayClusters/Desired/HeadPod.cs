using k8s.Models;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Desired.Metadata;

namespace Ray.Operator.RayClusters.Desired;

/// <summary>The head pod that a cluster wants. Pure: the same cluster and settings give the same pod, and neither is changed.</summary>
public static class HeadPod
{
    /// <summary>Builds the head pod.</summary>
    /// <param name="cluster">The cluster; it may be invalid, then the API server refuses the pod.</param>
    /// <param name="settings">Settings of the operator.</param>
    public static V1Pod Build(RayCluster cluster, OperatorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        ArgumentNullException.ThrowIfNull(settings);
        var node = RayNode.ForHead(cluster, settings);
        var pod = PodAssembly.Build(node);
        Name(pod, node);
        return pod;
    }

    private static void Name(V1Pod pod, RayNode node)
    {
        var name = ObjectNames.HeadPod(node.ClusterName);
        if (node.Settings.DeterministicHeadPodName)
        {
            pod.Metadata.Name = name;
            return;
        }

        // A name in the template is the user's wish; the API server then ignores generateName.
        pod.Metadata.GenerateName = name + "-";
        pod.Metadata.Name = node.Template.Metadata.Name;
    }
}
