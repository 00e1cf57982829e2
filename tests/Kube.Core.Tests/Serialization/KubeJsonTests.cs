using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using k8s.Models;

namespace Kube.Core.Tests.Serialization;

public sealed partial class KubeJsonTests
{
    [Fact]
    public void A_bare_context_reads_and_writes_as_kubernetes_does()
    {
        const string Text =
            """
            {"apiVersion":"example.com/v1","kind":"Plain","metadata":{"creationTimestamp":"2024-05-06T07:08:09Z",
            "managedFields":[{"fieldsV1":{"f:spec":{}},"manager":"kubectl"}],"name":"a"},"spec":{"cpuLimit":"500m","mode":"Slow"}}
            """;
        var json = KubeJson.TypeInfo<Plain>(PlainJson.Default);

        var item = JsonSerializer.Deserialize(Text, json)!;

        Assert.Equal("500m", item.Spec!.CpuLimit!.ToString());
        Assert.Equal(Mode.Slow, item.Spec.Mode);
        Assert.Equal(new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc), item.Metadata.CreationTimestamp);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Text), JsonSerializer.SerializeToNode(item, json)));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(Text.Replace("500m", "1e999999999", StringComparison.Ordinal), json));
    }

    [Fact]
    public void A_context_that_is_right_already_is_used_as_it_is() =>
        Assert.Same(KubeJsonContext.Default.V1Pod, KubeJson.TypeInfo<V1Pod>(KubeJsonContext.Default));

    [Fact]
    public void A_type_that_the_context_lacks_is_named() =>
        Assert.Contains("V1Pod", Assert.Throws<NotSupportedException>(() => KubeJson.TypeInfo<V1Pod>(PlainJson.Default)).Message, StringComparison.Ordinal);

    internal enum Mode
    {
        Fast,
        Slow,
    }

    internal sealed record Plain : CustomResource<PlainSpec, PlainStatus>;

    internal sealed record PlainSpec
    {
        public ResourceQuantity? CpuLimit { get; set; }

        public Mode? Mode { get; set; }

        public string? Absent { get; set; }
    }

    internal sealed record PlainStatus;

    [JsonSourceGenerationOptions(UseStringEnumConverter = true)]
    [JsonSerializable(typeof(Plain))]
    private sealed partial class PlainJson : JsonSerializerContext;
}
