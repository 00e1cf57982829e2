using System.Text;
using Kube.Runtime.Client.Decoding;

namespace Kube.Runtime.Tests.Client;

public sealed class DecodingTests
{
    private static readonly ApiRequest s_request = new(HttpMethod.Get, "/api/v1/pods") { Resource = BuiltInResources.Pods.Definition };

    [Fact]
    public void A_bad_item_is_set_apart_and_spoils_no_other()
    {
        var list = List("""
            {"kind":"PodList","metadata":{"resourceVersion":"7","continue":"next","remainingItemCount":3},"items":[
              {"metadata":{"name":"a","namespace":"n"}},
              {"spec":{"containers":"none"},"metadata":{"labels":{"uid":"no"},"name":"b","namespace":"n","uid":"u","resourceVersion":"5"}},
              {"metadata":{"name":"c","namespace":"n"},"spec":{"containers":[{"name":"c","resources":{"limits":{"cpu":"lots"}}}]}},
              7,
              null,
              {"metadata":{"name":"d","namespace":"n"}}]}
            """);

        Assert.Equal(["a", "d"], list.Items.Select(pod => pod.Metadata.Name));
        Assert.Equal(("7", "next"), (list.ResourceVersion, list.Continue));
        Assert.Equal(4, list.Undecodable.Count);
        Assert.Equal((new ObjectKey("n", "b"), "u", "5"), (list.Undecodable[0].Key, list.Undecodable[0].Uid, list.Undecodable[0].ResourceVersion));
        Assert.Contains("containers", list.Undecodable[0].Problem, StringComparison.Ordinal);
        Assert.Equal("c", list.Undecodable[1].Key.Name);
    }

    [Theory]
    [InlineData("""{"creationTimestamp":"yesterday"}""", "{}")] // time
    [InlineData("""{"generation":1e99}""", "{}")] // integer
    [InlineData("""{"labels":{"a":"\ud800"}}""", "{}")] // half a surrogate pair
    [InlineData("{}", """{"containers":[{"name":"c","resources":{"limits":{"cpu":"1e999999999"}}}]}""")] // would be computed for minutes
    [InlineData("{}", """{"containers":[{"name":"c","resources":{"limits":{"cpu":{}}}}]}""")] // quantity
    [InlineData("{}", """{"containers":[{"name":"c","livenessProbe":{"httpGet":{"port":true}}}]}""")] // int or string
    [InlineData("{}", """{"containers":[{"name":"c","livenessProbe":{"httpGet":{"port":1.5}}}]}""")]
    [InlineData("{}", """{"volumes":[{"name":"v","emptyDir":{"sizeLimit":[]}}]}""")]
    public async Task Whatever_a_converter_throws_spoils_that_item_only(string metadata, string spec)
    {
        var named = metadata[..^1] + (metadata == "{}" ? "" : ",") + "\"name\":\"a\",\"namespace\":\"n\",\"resourceVersion\":\"9\"}";
        var pod = "{\"metadata\":" + named + ",\"spec\":" + spec + "}";
        var reading = Task.Run(
            () => (List: List(ItemsAndB(pod)), Event: Added(pod)),
            TestContext.Current.CancellationToken);
        var (list, change) = await reading.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.Equal("b", Assert.Single(list.Items).Metadata.Name);
        Assert.Equal("a", Assert.Single(list.Undecodable).Key.Name);
        Assert.Equal((new ObjectKey("n", "a"), "9"), (change.Undecodable!.Key, change.ResourceVersion));
    }

    [Fact]
    public void An_item_that_is_too_deep_spoils_no_other()
    {
        var bad = """{"metadata":{"name":"deep","managedFields":[{"fieldsV1":""" + Deep(500) + "}]}}";
        var list = List(ItemsAndB(bad));

        Assert.Equal("b", Assert.Single(list.Items).Metadata.Name);
        Assert.Equal("deep", Assert.Single(list.Undecodable).Key.Name);
        Assert.Equal("deep", Added(bad).Undecodable!.Key.Name);
    }

    [Fact]
    public void What_is_skipped_may_be_deep()
    {
        var pod = """{"status":{"unknown":""" + Deep(500) + ""","phase":"Running"},"metadata":{"name":"deep"}}""";
        Assert.Equal(["Running", null], List(ItemsAndB(pod)).Items.Select(item => item.Status?.Phase));
        Assert.Equal("Running", Added(pod).Resource!.Status.Phase);
    }

    [Fact]
    public void The_controller_of_an_undecodable_object_is_known()
    {
        const string Owners = """
            [{"uid":"no","controller":false,"kind":"Other","name":"x","apiVersion":"v1"},
             {"apiVersion":"ray.io/v1","blockOwnerDeletion":true,"kind":"RayCluster","name":"demo","uid":"u1","controller":true},
             {"uid":"second","controller":true}]
            """;
        var bad = Added(OwnedBy(Owners)).Undecodable!;

        Assert.Equal(new OwnerIdentity("ray.io/v1", "RayCluster", "demo", "u1"), bad.Controller);
        Assert.Equal(("u1", "a"), (bad.ControllerUid, bad.Key.Name));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("""[null,3,{"uid":"u","controller":"true"},{"uid":["u"]}]""")]
    public void An_undecodable_object_without_a_controller_has_no_controller_UID(string owners)
    {
        var bad = Added(OwnedBy(owners)).Undecodable!;
        Assert.Equal(("", "a"), (bad.ControllerUid, bad.Key.Name));
    }

    [Fact]
    public void Items_of_lists_get_the_kind_that_the_server_leaves_out()
    {
        var pod = Assert.Single(List("""{"metadata":{},"items":[{"metadata":{"name":"a"}}]}""").Items);
        Assert.Equal(("v1", "Pod"), (pod.ApiVersion, pod.Kind));
    }

    [Fact]
    public void A_list_without_items_is_empty() => Assert.Empty(List("""{"metadata":{"resourceVersion":"1"},"items":null}""").Items);

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("<html>")]
    [InlineData("")]
    [InlineData("""{"items":[{]}""")]
    public void An_answer_that_is_no_list_is_an_error(string answer)
    {
        var error = Assert.Throws<ApiException>(() => List(answer));
        Assert.Equal(ApiFailureReasons.Unreadable, error.Reason);
        Assert.Contains("/api/v1/pods", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ADDED", WatchEventType.Added)]
    [InlineData("MODIFIED", WatchEventType.Modified)]
    [InlineData("DELETED", WatchEventType.Deleted)]
    public void Changes_carry_their_object_and_version(string type, WatchEventType expected)
    {
        var change = Event("""{"type":"TYPE","object":{"metadata":{"name":"a","resourceVersion":"9"}}}""".Replace("TYPE", type, StringComparison.Ordinal));
        Assert.Equal((expected, "9", "a"), (change.Type, change.ResourceVersion, change.Resource?.Metadata.Name));
    }

    [Fact]
    public void The_object_may_come_before_the_type() =>
        Assert.Equal("a", Event("""{"object":{"metadata":{"name":"a"}},"new":[1],"type":"ADDED"}""").Resource?.Metadata.Name);

    [Fact]
    public void A_bookmark_is_read_for_its_version_only()
    {
        var change = Event("""{"type":"BOOKMARK","object":{"kind":"Pod","metadata":{"resourceVersion":"12","annotations":{"k8s.io/initial-events-end":"true"}},"spec":7}}""");
        Assert.Equal((WatchEventType.Bookmark, "12", true), (change.Type, change.ResourceVersion, change.IsInitialEventsEnd));
        Assert.Null(change.Resource);
    }

    [Fact]
    public void An_undecodable_object_is_an_event_with_its_key_and_version()
    {
        var change = Event("""{"type":"MODIFIED","object":{"spec":[],"metadata":{"namespace":"n","name":"a","resourceVersion":"9"}}}""");
        Assert.Null(change.Resource);
        Assert.Equal((new ObjectKey("n", "a"), "9"), (change.Undecodable!.Key, change.ResourceVersion));
    }

    [Fact]
    public void An_expired_version_is_told_from_other_errors()
    {
        var error = Assert.Throws<ApiException>(() => Event(
            """{"type":"ERROR","object":{"kind":"Status","status":"Failure","message":"too old resource version: 1 (2)","reason":"Expired","code":410}}"""));
        Assert.True(error.IsExpired);
        Assert.Contains("too old", error.Message, StringComparison.Ordinal);
        Assert.False(Assert.Throws<ApiException>(() => Event("""{"type":"ERROR","object":{"kind":"Status","code":500}}""")).IsExpired);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"type\":\"ADDED\"")]
    [InlineData("{\"type\":\"GREETED\",\"object\":{}}")]
    public void A_line_that_is_no_event_is_an_error(string line) =>
        Assert.Equal(ApiFailureReasons.Unreadable, Assert.Throws<ApiException>(() => Event(line)).Reason);

    // From memory nothing is ever waited for.
    private static ResourceList<k8s.Models.V1Pod> List(string json) =>
        ListDecoder.DecodeAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)), BuiltInResources.Pods.Json, s_request, default).GetAwaiter().GetResult();

    private static string Deep(int levels) => string.Concat(Enumerable.Repeat("""{"a":""", levels)) + "1" + new string('}', levels);

    private static string ItemsAndB(string item) => "{\"metadata\":{},\"items\":[" + item + ",{\"metadata\":{\"name\":\"b\"}}]}";

    private static string OwnedBy(string owners) => "{\"spec\":7,\"metadata\":{\"ownerReferences\":" + owners + ",\"name\":\"a\"}}";

    private static WatchEvent<k8s.Models.V1Pod> Added(string item) => Event("{\"type\":\"ADDED\",\"object\":" + item + "}");

    private static WatchEvent<k8s.Models.V1Pod> Event(string json) =>
        WatchEventDecoder.Decode(Encoding.UTF8.GetBytes(json), BuiltInResources.Pods.Json, s_request);
}
