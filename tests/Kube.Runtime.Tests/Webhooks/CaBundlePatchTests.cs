using System.Text.Json.Nodes;
using Kube.Runtime.Webhooks;

namespace Kube.Runtime.Tests.Webhooks;

public sealed class CaBundlePatchTests
{
    [Theory]
    [InlineData("""{"metadata":{"resourceVersion":"7"},"spec":{"conversion":{"strategy":"Webhook","webhook":{"clientConfig":{"url":"https://a"}}}}}""",
        """[{"op":"replace","path":"/metadata/resourceVersion","value":"7"},{"op":"add","path":"/spec/conversion/webhook/clientConfig/caBundle","value":"YQ=="}]""")]
    [InlineData("""{"spec":{"conversion":{"strategy":"Webhook","webhook":{"clientConfig":{"caBundle":"YQ=="}}}}}""", null)]
    [InlineData("""{"spec":{"conversion":{"strategy":"None"}}}""", null)]
    [InlineData("{}", null)]
    public void ADefinitionIsToldOnceWhenItHasAWebhook(string target, string? expected) =>
        Assert.Equal(expected, CaBundlePatch.For(TrustTargetKind.CustomResourceDefinition, JsonNode.Parse(target)!.AsObject(), "a")?.ToJsonString());

    [Fact]
    public void EachWebhookOfAConfigurationIsToldUnlessItChangedSinceItWasRead() => Assert.Equal(
        """[{"op":"replace","path":"/metadata/resourceVersion","value":"7"},{"op":"add","path":"/webhooks/1/clientConfig/caBundle","value":"YQ=="}]""",
        CaBundlePatch.For(
            TrustTargetKind.ValidatingWebhookConfiguration,
            JsonNode.Parse("""{"metadata":{"resourceVersion":"7"},"webhooks":[{"name":"a","clientConfig":{"caBundle":"YQ=="}},{"name":"b","clientConfig":{}}]}""")!.AsObject(),
            "a")?.ToJsonString());
}
