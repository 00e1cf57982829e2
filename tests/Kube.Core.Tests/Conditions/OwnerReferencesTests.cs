using k8s.Models;

namespace Kube.Core.Tests.Conditions;

public sealed class OwnerReferencesTests
{
    private static readonly V1ConfigMap s_owner = new() { Metadata = new() { Name = "owner", NamespaceProperty = "ns", Uid = "u1" } };

    private readonly V1Pod _pod = new() { Metadata = new() { Name = "pod", NamespaceProperty = "ns" } };

    [Fact]
    public void A_controller_is_set_once_and_kept()
    {
        BuiltInResources.ConfigMaps.AddOwner(s_owner, _pod);
        Assert.False(_pod.IsControlledBy(s_owner));
        BuiltInResources.ConfigMaps.SetController(s_owner, _pod);
        BuiltInResources.ConfigMaps.SetController(s_owner, _pod);

        var reference = Assert.Single(_pod.Metadata.OwnerReferences);
        Assert.Equal(("v1", "ConfigMap", "owner", "u1", true, true), (reference.ApiVersion, reference.Kind, reference.Name, reference.Uid, reference.Controller, reference.BlockOwnerDeletion));
        Assert.True(_pod.IsControlledBy(s_owner));
    }

    [Fact]
    public void A_second_controller_is_refused_and_a_second_owner_is_not()
    {
        BuiltInResources.ConfigMaps.SetController(s_owner, _pod);
        var other = new V1ConfigMap { Metadata = new() { Name = "other", NamespaceProperty = "ns", Uid = "u2" } };

        var e = Assert.Throws<InvalidOperationException>(() => BuiltInResources.ConfigMaps.SetController(other, _pod));
        Assert.Contains("controlled by ConfigMap owner already", e.Message, StringComparison.Ordinal);
        BuiltInResources.ConfigMaps.AddOwner(other, _pod);
        Assert.Equal(2, _pod.Metadata.OwnerReferences.Count);
        Assert.True(_pod.IsControlledBy(s_owner));
    }

    [Fact]
    public void Owners_live_in_the_same_namespace_or_in_none()
    {
        var foreign = new V1ConfigMap { Metadata = new() { Name = "foreign", NamespaceProperty = "elsewhere", Uid = "u3" } };
        var node = new V1Node { Metadata = new() { Name = "node", Uid = "u4" } };

        Assert.Contains("one namespace", Assert.Throws<InvalidOperationException>(() => BuiltInResources.ConfigMaps.AddOwner(foreign, _pod)).Message, StringComparison.Ordinal);
        Assert.Contains("no namespace", Assert.Throws<InvalidOperationException>(() => BuiltInResources.ConfigMaps.AddOwner(s_owner, new V1Node { Metadata = new() { Name = "n" } })).Message, StringComparison.Ordinal);
        BuiltInResources.Nodes.AddOwner(node, _pod);
        Assert.Single(_pod.Metadata.OwnerReferences);
    }
}
