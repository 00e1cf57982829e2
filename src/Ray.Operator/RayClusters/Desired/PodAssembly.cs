using k8s.Models;
using Ray.Operator.RayClusters.Desired.Commands;
using Ray.Operator.RayClusters.Desired.Containers;
using Ray.Operator.RayClusters.Desired.Environment;
using Ray.Operator.RayClusters.Desired.Metadata;
using Ray.Operator.RayClusters.Desired.Probes;
using Ray.Operator.RayClusters.Desired.Scheduling;
using Ray.Operator.RayClusters.Desired.Sidecars;
using Ray.Operator.RayClusters.Desired.Storage;

namespace Ray.Operator.RayClusters.Desired;

/// <summary>
/// Puts a pod together: one line for each thing that the operator adds to a template, in the order in which they build on each other.
/// </summary>
internal static class PodAssembly
{
    public static V1Pod Build(RayNode node)
    {
        var startCommand = RayStartCommand.Of(node);

        WaitForHead.AddTo(node); // first: it takes environment and mounts as the user gave them
        AutoscalerSidecar.AddTo(node);
        GcsVolume.Mount(node);
        TokenAccess.AddTo(node);
        RayEnvironment.AddTo(node, startCommand);
        ContainerCommand.Set(node, startCommand);
        MetricsPort.AddTo(node.RayContainer);
        SharedMemory.Mount(node);
        AutoscalerSidecar.ShareLogs(node);
        RayProbes.AddTo(node);
        InstallationSidecars.AddTo(node);
        BatchScheduling.SetScheduler(node.Template.Spec, node.Settings);

        return new V1Pod
        {
            ApiVersion = V1Pod.KubeApiVersion,
            Kind = V1Pod.KubeKind,
            Metadata = new V1ObjectMeta
            {
                NamespaceProperty = node.Cluster.Metadata?.NamespaceProperty,
                Labels = PodLabels.Of(node),
                Annotations = PodAnnotations.Of(node),
                Finalizers = node.Template.Metadata.Finalizers,
                OwnerReferences = ClusterOwner.ReferencesTo(node.Cluster),
            },
            Spec = node.Template.Spec,
        };
    }
}
