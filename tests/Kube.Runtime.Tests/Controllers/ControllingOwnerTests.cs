using Kube.Runtime.Controllers;
using Kube.Runtime.Tests.Caching;

namespace Kube.Runtime.Tests.Controllers;

public sealed class ControllingOwnerTests
{
    private static readonly ResourceDefinition s_kind = new("ray.io", "v1", "RayCluster", "rayclusters");

    [Fact]
    public void The_controller_of_the_primary_kind_is_woken_whatever_its_version()
    {
        var pod = TestPods.Pod("ns", "a", "uid");
        pod.Metadata.OwnerReferences[0].ApiVersion = "ray.io/v1alpha1";

        Assert.Equal([new ObjectKey("ns", "owner")], ControllingOwner.KeyOf(pod, s_kind));
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

        Assert.Empty(ControllingOwner.KeyOf(pod, s_kind));
    }

    [Fact]
    public void Predicates_tell_status_writes_from_changes_of_the_specification()
    {
        var (old, status, spec, labels) = (TestPods.Pod("n", "a"), TestPods.Pod("n", "a"), TestPods.Pod("n", "a"), TestPods.Pod("n", "a", label: "x"));
        old.Metadata.Generation = status.Metadata.Generation = labels.Metadata.Generation = 1;
        spec.Metadata.Generation = 2;
        var either = ChangePredicates.Or<k8s.Models.V1Pod>(ChangePredicates.GenerationChanged, ChangePredicates.LabelsChanged);

        Assert.False(either(old, status));
        Assert.True(either(old, spec));
        Assert.True(either(old, labels));
    }
}
