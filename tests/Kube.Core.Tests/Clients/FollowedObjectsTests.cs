using k8s.Models;

namespace Kube.Core.Tests.Clients;

public sealed class FollowedObjectsTests
{
    private readonly FollowedObjects<V1Pod> _objects = new(BuiltInResources.Pods);

    [Fact]
    public void A_first_list_adds() => Assert.Equal(["Added a 1", "Added b 2"], Replace(Pod("a", 1), Pod("b", 2)));

    [Fact]
    public void A_later_list_tells_what_happened_in_between()
    {
        Replace(Pod("same", 1), Pod("changed", 2), Pod("gone", 3), Pod("renewed", 4, "old"));
        Assert.Equal(
            ["Deleted gone 3", "Deleted renewed 4", "Modified changed 5", "Added renewed 6", "Added new 7"],
            Replace(Pod("same", 1), Pod("changed", 5), Pod("renewed", 6, "young"), Pod("new", 7)));
        Assert.Empty(Replace(Pod("same", 1), Pod("changed", 5), Pod("renewed", 6, "young"), Pod("new", 7)));
    }

    [Fact]
    public void Events_count_as_told()
    {
        Replace(Pod("a", 1), Pod("b", 2));
        _objects.Note(new(WatchEventType.Deleted, "3", Pod("a", 3)));
        _objects.Note(new(WatchEventType.Modified, "4", Pod("b", 4)));
        _objects.Note(new(WatchEventType.Added, "5", Pod("c", 5)));
        _objects.Note(new(WatchEventType.Bookmark, "6", null));
        Assert.Empty(Replace(Pod("b", 4), Pod("c", 5)));
    }

    [Fact]
    public void An_object_that_can_no_longer_be_read_is_not_gone()
    {
        Replace(Pod("a", 1));
        var bad = new UndecodableObject(new("ns", "a"), "u", "2", "bad");
        var change = Assert.Single(_objects.Replace([], [bad], "2"));
        Assert.Equal(bad, change.Undecodable);
        Assert.Null(change.Resource);
        Assert.Equal(["Modified a 3"], Replace(Pod("a", 3)));
    }

    private string[] Replace(params V1Pod[] pods) =>
        [.. _objects.Replace(pods, [], "9").Select(change => $"{change.Type} {change.Resource!.Metadata.Name} {change.Resource.Metadata.ResourceVersion}")];

    private static V1Pod Pod(string name, int version, string uid = "u") =>
        new() { Metadata = new() { Name = name, NamespaceProperty = "ns", Uid = uid, ResourceVersion = $"{version}" } };
}
