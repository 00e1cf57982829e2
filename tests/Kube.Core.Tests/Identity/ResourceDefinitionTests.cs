namespace Kube.Core.Tests.Identity;

public sealed class ResourceDefinitionTests
{
    private static readonly ResourceDefinition s_pods = new("", "v1", "Pod", "pods");
    private static readonly ResourceDefinition s_clusters = new("ray.io", "v1", "RayCluster", "rayclusters");
    private static readonly ResourceDefinition s_namespaces = new("", "v1", "Namespace", "namespaces", IsNamespaced: false);

    [Theory]
    [InlineData(null, null, null, "/apis/ray.io/v1/rayclusters")]
    [InlineData("", null, null, "/apis/ray.io/v1/rayclusters")]
    [InlineData("ns", null, null, "/apis/ray.io/v1/namespaces/ns/rayclusters")]
    [InlineData("ns", "a", null, "/apis/ray.io/v1/namespaces/ns/rayclusters/a")]
    [InlineData("ns", "a", "status", "/apis/ray.io/v1/namespaces/ns/rayclusters/a/status")]
    [InlineData("ns", "a/b?c", null, "/apis/ray.io/v1/namespaces/ns/rayclusters/a%2Fb%3Fc")]
    public void Paths_of_a_grouped_resource(string? @namespace, string? name, string? subresource, string expected) =>
        Assert.Equal(expected, s_clusters.PathOf(@namespace, name, subresource));

    [Fact]
    public void Paths_of_the_core_group_begin_with_api() => Assert.Equal("/api/v1/namespaces/ns/pods/p", s_pods.PathOf("ns", "p"));

    [Fact]
    public void Paths_of_a_cluster_scoped_resource_have_no_namespace() => Assert.Equal("/api/v1/namespaces/ns", s_namespaces.PathOf(null, "ns"));

    [Theory]
    [InlineData(null, "a", null)]
    [InlineData("", "a", null)]
    [InlineData("ns", "", null)]
    [InlineData("ns", "..", null)]
    [InlineData(".", null, null)]
    [InlineData("ns", null, "status")]
    public void A_path_that_no_object_can_have_is_refused(string? @namespace, string? name, string? subresource) =>
        Assert.Throws<ArgumentException>(() => s_clusters.PathOf(@namespace, name, subresource));

    [Fact]
    public void A_namespace_for_a_cluster_scoped_resource_is_refused() =>
        Assert.Throws<ArgumentException>(() => s_namespaces.PathOf("ns", "a"));

    [Fact]
    public void The_api_version_carries_the_group_unless_it_is_the_core_group()
    {
        Assert.Equal("ray.io/v1", s_clusters.ApiVersion);
        Assert.Equal("v1", s_pods.ApiVersion);
    }

    [Fact]
    public void It_prints_as_kubectl_names_it()
    {
        Assert.Equal("rayclusters.ray.io", s_clusters.ToString());
        Assert.Equal("pods", s_pods.ToString());
    }
}
