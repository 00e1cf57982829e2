using System.Text.Json.Nodes;

namespace Kube.Core.Tests.Clients;

public sealed class JsonPatchDiffTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""", """[{"op":"add","path":"/a","value":2}]""")]
    [InlineData("""{"a":1}""", """{}""", """[{"op":"remove","path":"/a"}]""")]
    [InlineData("""{}""", """{"a":{"b":1}}""", """[{"op":"add","path":"/a","value":{"b":1}}]""")]
    [InlineData("""{"a":{"x/y~z":1}}""", """{"a":{"x/y~z":2}}""", """[{"op":"add","path":"/a/x~1y~0z","value":2}]""")]
    [InlineData("""{"a":[1,2,3]}""", """{"a":[1,3]}""", """[{"op":"remove","path":"/a/1"}]""")]
    [InlineData("""{"a":[1,3]}""", """{"a":[1,2,3]}""", """[{"op":"add","path":"/a/1","value":2}]""")]
    public void Only_what_differs_is_named(string before, string after, string expected) => AssertDiff(before, after, expected);

    [Fact]
    public void A_group_in_the_middle_of_a_list_is_scaled_alone() => AssertDiff(
        """{"groups":[{"groupName":"a","replicas":1},{"groupName":"b","replicas":1}]}""",
        """{"groups":[{"groupName":"a","replicas":1},{"groupName":"b","replicas":5}]}""",
        """[{"op":"add","path":"/groups/1/replicas","value":5}]""");

    [Fact]
    public void Items_that_change_places_are_moved() => AssertDiff(
        """{"groups":[{"groupName":"a","replicas":1},{"groupName":"b"}]}""",
        """{"groups":[{"groupName":"b"},{"groupName":"a","replicas":2}]}""",
        """[{"op":"move","from":"/groups/1","path":"/groups/0"},{"op":"add","path":"/groups/1/replicas","value":2}]""");

    [Fact]
    public void A_volume_that_is_mounted_twice_loses_the_right_mount() => AssertDiff(
        """{"volumeMounts":[{"name":"v","mountPath":"/x"},{"name":"v","mountPath":"/y"}]}""",
        """{"volumeMounts":[{"name":"v","mountPath":"/y"}]}""",
        """[{"op":"remove","path":"/volumeMounts/0"}]""");

    [Fact]
    public void A_test_operation_names_the_expected_value() =>
        Assert.Equal("""{"op":"test","path":"/metadata/resourceVersion","value":"7"}""", JsonPatchDiff.Test("/metadata/resourceVersion", "7").ToJsonString());

    private static void AssertDiff(string before, string after, string expected)
    {
        var operations = JsonPatchDiff.Between(JsonNode.Parse(before)!.AsObject(), JsonNode.Parse(after)!.AsObject());

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), operations), operations.ToJsonString());
    }
}
