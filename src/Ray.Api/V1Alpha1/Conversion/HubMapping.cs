namespace Ray.Api.V1Alpha1.Conversion;

/// <summary>What of a v1alpha1 cluster v1 can say.</summary>
internal static class HubMapping
{
    // The head finds itself and workers are told where it is: their own values only ever led them astray.
    private static readonly string[] s_paramsOfWorkers = ["address", "port"];

    /// <summary>Maps a cluster; the argument is not changed.</summary>
    public static V1.RayCluster Map(RayCluster cluster)
    {
        var copy = cluster.DeepClone()!;
        var metadata = copy.Metadata ?? new();
        OriginMark.Swap(metadata, absent: RayCluster.KubeApiVersion, own: V1.RayCluster.KubeApiVersion);
        var hub = new V1.RayCluster { Metadata = metadata, Status = StatusMapping.ToHub(copy.Status) };
        var isOf2020 = RayClusterOrigin.IsV1Alpha1(hub);
        hub.Spec = copy.Spec is null ? null : SpecOf(copy.Spec, metadata.Name, isOf2020);
        return hub;
    }

    private static V1.RayClusterSpec SpecOf(RayClusterSpec spec, string? cluster, bool isOf2020) => new()
    {
        HeadGroupSpec = spec.HeadGroupSpec is null && spec.HeadService is null
            ? null
            : new()
            {
                Template = TemplateMapping.ToHub(spec.HeadGroupSpec?.Template, "spec.headGroupSpec.template", isOf2020),
                HeadService = HeadServiceMapping.ToHub(spec.HeadService, cluster, isOf2020),
                RayStartParams = spec.HeadGroupSpec?.RayStartParams,
            },
        WorkerGroupSpecs = spec.WorkerGroupsSpec?.Select((group, index) => GroupOf(group ?? new(), index, isOf2020)).ToList(),
        RayVersion = spec.RayVersion,
    };

    private static V1.WorkerGroupSpec GroupOf(WorkerGroupSpec group, int index, bool isOf2020) => new()
    {
        GroupName = group.GroupName,
        Template = TemplateMapping.ToHub(group.Template, $"spec.workerGroupsSpec[{index}].template", isOf2020),
        Replicas = group.Replicas,
        MinReplicas = group.MinReplicas,
        MaxReplicas = group.MaxReplicas,
        RayStartParams = isOf2020 ? WithoutParamsOfWorkers(group.RayStartParams) : group.RayStartParams,
        ScaleStrategy = group.ScaleStrategy,
    };

    private static Dictionary<string, string>? WithoutParamsOfWorkers(IDictionary<string, string>? given) =>
        given?.Where(param => !s_paramsOfWorkers.Contains(param.Key)).ToDictionary(StringComparer.Ordinal);
}
