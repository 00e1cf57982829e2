using System.Text;
using Kube;
using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Admission;

/// <summary>The schemas of the definition, each read when it is asked for first.</summary>
internal static class ClusterSchemas
{
    private static readonly Lazy<StructuralSchema> s_v1 = new(() => Of(RayCluster.KubeApiVersion));
    private static readonly Lazy<StructuralSchema> s_v1Alpha1 = new(() => Of(Api.V1Alpha1.RayCluster.KubeApiVersion));

    /// <summary>That of <c>ray.io/v1</c>.</summary>
    public static StructuralSchema V1 => s_v1.Value;

    /// <summary>That of <c>ray.io/v1alpha1</c>.</summary>
    public static StructuralSchema V1Alpha1 => s_v1Alpha1.Value;

    private static StructuralSchema Of(string version) =>
        StructuralSchema.OfDefinition(Encoding.UTF8.GetString(RayCluster.CustomResourceDefinition), version);
}
