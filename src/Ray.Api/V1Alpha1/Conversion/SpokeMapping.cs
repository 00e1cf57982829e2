using Ray.Api.V1;

namespace Ray.Api.V1Alpha1.Conversion;

/// <summary>What of a v1 cluster v1alpha1 can say.</summary>
internal static class SpokeMapping
{
    /// <summary>Maps a cluster; the argument is not changed.</summary>
    public static RayCluster Map(V1.RayCluster cluster)
    {
        var copy = cluster.DeepClone()!;
        var isOf2020 = RayClusterOrigin.IsV1Alpha1(copy);
        var metadata = copy.Metadata ?? new();
        OriginMark.Swap(metadata, absent: V1.RayCluster.KubeApiVersion, own: RayCluster.KubeApiVersion);
        return new()
        {
            Metadata = metadata,
            Spec = copy.Spec is null ? null : SpecOf(copy.Spec, metadata.Name, isOf2020),
            Status = StatusMapping.FromHub(copy.Status),
        };
    }

    // Members that v1alpha1 demands are there even when v1 leaves them out: who reads a cluster can write it back.
    private static RayClusterSpec SpecOf(V1.RayClusterSpec spec, string? cluster, bool isOf2020) => new()
    {
        HeadService = HeadServiceMapping.FromHub(spec.HeadGroupSpec?.HeadService, cluster, isOf2020),
        HeadGroupSpec = spec.HeadGroupSpec is { } head
            ? new()
            {
                Replicas = 1,
                RayStartParams = head.RayStartParams ?? new Dictionary<string, string>(),
                Template = TemplateMapping.FromHub(head.Template),
            }
            : null,
        WorkerGroupsSpec = spec.WorkerGroupSpecs?.Select(group => GroupOf(group ?? new())).ToList(),
        RayVersion = spec.RayVersion,
    };

    private static WorkerGroupSpec GroupOf(V1.WorkerGroupSpec group) => new()
    {
        GroupName = group.GroupName,
        Replicas = group.Replicas,
        MinReplicas = group.MinReplicas,
        MaxReplicas = group.MaxReplicas,
        RayStartParams = group.RayStartParams ?? new Dictionary<string, string>(),
        Template = TemplateMapping.FromHub(group.Template),
        ScaleStrategy = group.ScaleStrategy,
    };
}
