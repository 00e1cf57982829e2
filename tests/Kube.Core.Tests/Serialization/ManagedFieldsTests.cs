using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube.Core.Tests.Serialization;

/// <summary>Managed fields are untyped JSON inside typed metadata: every object that a server sends has them.</summary>
public sealed class ManagedFieldsTests
{
    [Fact]
    public void Survive_a_round_trip()
    {
        const string Json = """
            {"apiVersion":"v1","kind":"Pod","metadata":{"managedFields":[{"fieldsType":"FieldsV1","fieldsV1":{"f:spec":{".":{}}},"manager":"kubectl"}],"name":"a"}}
            """;

        var pod = JsonSerializer.Deserialize(Json, KubeJsonContext.Default.V1Pod)!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Json), JsonSerializer.SerializeToNode(pod, KubeJsonContext.Default.V1Pod)));
    }
}
