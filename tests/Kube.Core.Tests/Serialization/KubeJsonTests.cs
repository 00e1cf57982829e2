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
        Assert.Same(RightJson.Default.V1Namespace, KubeJson.TypeInfo<V1Namespace>(RightJson.Default));

    [Fact]
    public void Contexts_that_share_describe_a_type_once()
    {
        var template = KubeJson.TypeInfo<V1PodTemplateSpec>(KubeWorkloadsJsonContext.Default);
        Assert.Same(template, KubeJson.TypeInfo<V1PodTemplateSpec>(TemplateJson.Default));
        Assert.Same(KubeJson.TypeInfo<V1Pod>(KubeJsonContext.Default).Options, template.Options);
        Assert.NotSame(template.Options, KubeJson.TypeInfo<Plain>(PlainJson.Default).Options);
    }

    [Fact]
    public void A_context_that_shares_and_asks_for_more_is_refused() => Assert.Contains(
        nameof(StrictJson),
        Assert.Throws<InvalidOperationException>(() => KubeJson.TypeInfo<Rare>(StrictJson.Default)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_type_that_one_context_lacks_stays_known_by_the_others()
    {
        Assert.Throws<NotSupportedException>(() => KubeJson.TypeInfo<Rare>(TemplateJson.Default));
        Assert.Equal("""{"text":"a"}""", JsonSerializer.Serialize(new() { Text = "a" }, KubeJson.TypeInfo<Rare>(RareJson.Default)));
    }

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

    internal sealed record Rare
    {
        public string? Text { get; set; }
    }

    [JsonSourceGenerationOptions(UseStringEnumConverter = true)]
    [JsonSerializable(typeof(Plain))]
    private sealed partial class PlainJson : JsonSerializerContext;

    [JsonSerializable(typeof(V1PodTemplateSpec))]
    private sealed partial class TemplateJson : JsonSerializerContext, ISharedJsonContext;

    [JsonSerializable(typeof(Rare))]
    private sealed partial class RareJson : JsonSerializerContext, ISharedJsonContext;

    [JsonSourceGenerationOptions(UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
    [JsonSerializable(typeof(Rare))]
    private sealed partial class StrictJson : JsonSerializerContext, ISharedJsonContext;

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowOutOfOrderMetadataProperties = true,
        Converters = [typeof(KubernetesTimeConverter), typeof(QuantityConverter)])]
    [JsonSerializable(typeof(JsonElement))]
    [JsonSerializable(typeof(V1Namespace))]
    private sealed partial class RightJson : JsonSerializerContext;
}
