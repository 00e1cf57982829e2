using Kube.Runtime.Controllers;
using Kube.Runtime.Tests.Caching;

namespace Kube.Runtime.Tests.Controllers;

public sealed class OwnerKeysTests
{
    private static readonly ResourceDefinition s_kind = new("ray.io", "v1", "RayCluster", "rayclusters");

    [Fact]
    public void The_controller_of_the_primary_kind_is_woken_whatever_its_version()
    {
        var pod = TestPods.Pod("ns", "a", "uid");
        pod.Metadata.OwnerReferences[0].ApiVersion = "ray.io/v1alpha1";

        Assert.Equal([new ObjectKey("ns", "owner")], OwnerKeys.Of(pod, s_kind));
    }

    [Theory]
    [InlineData("apps/v1", "RayCluster", true)]
    [InlineData("ray.io/v1", "RayJob", true)]
    [InlineData("ray.io/v1", "RayCluster", false)]
    [InlineData("v1", "RayCluster", true)]
    public void Other_owners_are_not_woken(string apiVersion, string kind, bool controls)
    {
        var pod = TestPods.Pod("ns", "a", "uid");
        pod.Metadata.OwnerReferences[0].ApiVersion = apiVersion;
        pod.Metadata.OwnerReferences[0].Kind = kind;
        pod.Metadata.OwnerReferences[0].Controller = controls;

        Assert.Empty(OwnerKeys.Of(pod, s_kind));
    }

    [Fact]
    public void Every_owner_of_the_kind_is_woken_when_asked_for()
    {
        var pod = TestPods.Pod("ns", "a", "uid");
        pod.Metadata.OwnerReferences =
        [
            new() { ApiVersion = "ray.io/v1", Kind = "RayCluster", Name = "one" },
            new() { ApiVersion = "apps/v1", Kind = "ReplicaSet", Name = "other", Controller = true },
            new() { ApiVersion = "ray.io/v1", Kind = "RayCluster", Name = "two", Controller = false },
        ];

        Assert.Empty(OwnerKeys.Of(pod, s_kind));
        Assert.Equal([new ObjectKey("ns", "one"), new("ns", "two")], OwnerKeys.Of(pod, s_kind, OwnerMatch.Any));
    }
}
