using System.Text.Json.Nodes;

namespace Kube.Generators.Tests.Support;

internal static class JsonAssert
{
    /// <summary>Compares values, whatever the order of members.</summary>
    public static void Equal(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"expected {expected}\nbut got  {actual?.ToJsonString()}");

    public static IEnumerable<string> Texts(this JsonNode? array) => array?.AsArray().Select(i => i!.GetValue<string>()) ?? [];
}
