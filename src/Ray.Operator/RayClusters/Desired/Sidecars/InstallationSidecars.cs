namespace Ray.Operator.RayClusters.Desired.Sidecars;

/// <summary>Adds the containers that the installation puts beside every Ray container, after all others.</summary>
internal static class InstallationSidecars
{
    public static void AddTo(RayNode node)
    {
        var containers = node.IsHead ? node.Settings.HeadSidecarContainers : node.Settings.WorkerSidecarContainers;
        foreach (var container in containers)
        {
            node.Template.Spec.Containers.Add(TemplateCopy.Of(container));
        }
    }
}
