using System.Text.Json.Nodes;
using Kube.Runtime.Webhooks;

namespace Kube.Runtime.Tests.Webhooks;

/// <summary>The conversion that the generator makes of <c>[ConversionHub]</c>, behind a webhook.</summary>
public sealed class GeneratedConversionTests
{
    private const string Old = """
        {"apiVersion":"webhooks.example.com/v1alpha1","kind":"Gauge","metadata":{"name":"a","annotations":{"b":"c"}},"spec":{"extent":3,"note":"mind"}}
        """;

    private const string New = """
        {"apiVersion":"webhooks.example.com/v1","kind":"Gauge","metadata":{"name":"a"},"spec":{"size":3,"color":"red"}}
        """;

    [Theory]
    [InlineData(Old, "v1", """{"size":3}""")]
    [InlineData(New, "v1alpha1", """{"extent":3}""")]
    public async Task NothingIsLostOnTheWayThereAndBack(string from, string version, string spec)
    {
        var there = await ConvertAsync(version, from);
        Assert.Equal($"webhooks.example.com/{version}", (string?)there["apiVersion"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(spec), there["spec"]), there.ToJsonString());
        Assert.NotNull(there["metadata"]!["annotations"]!["webhooks.example.com/conversion-v1alpha1"]);

        var back = await ConvertAsync(version == "v1" ? "v1alpha1" : "v1", there.ToJsonString());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(from), back), back.ToJsonString());
    }

    [Fact]
    public void AConversionBelongsToItsHub()
    {
        var later = new ResourceType<Gauge>(Gauge.ResourceType.Definition with { Version = "v2" }, Gauge.ResourceType.Json);
        var e = Assert.Throws<ArgumentException>(() => new ConversionWebhook<Gauge>("/convert", later).Add(OldGauge.Conversion));
        Assert.Contains("is not the hub", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Webhook().Add(OldGauge.Conversion));
    }

    private static ConversionWebhook<Gauge> Webhook() =>
        new ConversionWebhook<Gauge>("/convert", Gauge.ResourceType).Add(OldGauge.Conversion);

    private static async Task<JsonObject> ConvertAsync(string version, string value)
    {
        await using var run = await WebhookRun.StartAsync(Webhook());
        var request = $$"""{"uid":"u1","desiredAPIVersion":"webhooks.example.com/{{version}}","objects":[{{value}}]}""";
        var (_, body) = await run.PostAsync("/convert", $$$"""{"apiVersion":"apiextensions.k8s.io/v1","kind":"ConversionReview","request":{{{request}}}}""");
        Assert.Equal("Success", (string?)body["response"]!["result"]!["status"]);
        return body["response"]!["convertedObjects"]![0]!.AsObject();
    }
}
