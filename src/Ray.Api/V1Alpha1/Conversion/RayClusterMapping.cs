namespace Ray.Api.V1Alpha1.Conversion;

/// <summary>What both versions can say, in the form that the generated <see cref="RayCluster.Conversion"/> asks for.</summary>
internal static class RayClusterMapping
{
    /// <summary>Maps a cluster of v1alpha1; the argument is not changed.</summary>
    public static V1.RayCluster ToHub(RayCluster spoke) => HubMapping.Map(spoke);

    /// <summary>Maps a cluster of v1; the argument is not changed.</summary>
    public static RayCluster FromHub(V1.RayCluster hub) => SpokeMapping.Map(hub);
}
