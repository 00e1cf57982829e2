namespace Ray.Api.V1Alpha1;

/// <summary>
/// Conversion between <c>ray.io/v1alpha1</c> and the hub <c>ray.io/v1</c>. Nothing is lost either way: what the target cannot say is kept in the
/// annotation <see cref="RayAnnotations.Conversion"/>, and put back unless the target was edited there.
/// </summary>
/// <remarks>
/// A cluster of v1alpha1 becomes one of v1 that gives what its manifest documents: the service is <c>&lt;cluster&gt;-&lt;name&gt;</c> and
/// headless, the container with <c>RAY=true</c> is the first, namespaces of templates are left out, and so are <c>address</c> and <c>port</c> of
/// workers. It is marked, see <see cref="RayClusterOrigin"/>. A cluster that was written as v1 is shown in v1alpha1 as it is.
/// </remarks>
public static class RayClusterConversion
{
    /// <summary>Converts to <c>ray.io/v1</c>. Pure.</summary>
    /// <param name="cluster">The cluster of v1alpha1.</param>
    /// <exception cref="System.Text.Json.JsonException">The head service or a pod template is none; the message says where.</exception>
    public static V1.RayCluster ToHub(RayCluster cluster) => RayCluster.Conversion.ToHub(cluster);

    /// <summary>Converts from <c>ray.io/v1</c>. Pure.</summary>
    /// <param name="cluster">The cluster of v1.</param>
    public static RayCluster FromHub(V1.RayCluster cluster) => RayCluster.Conversion.FromHub(cluster);
}
