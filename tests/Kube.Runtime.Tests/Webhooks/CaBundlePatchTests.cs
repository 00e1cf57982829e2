using System.Text.Json.Nodes;
using Kube.Runtime.Webhooks;

namespace Kube.Runtime.Tests.Webhooks;

public sealed class CaBundlePatchTests
{
    [Theory]
    [InlineData("""{"spec":{"conversion":{"strategy":"Webhook","webhook":{"clientConfig":{"url":"https://a"}}}}}""",
        """[{"op":"add","path":"/spec/conversion/webhook/clientConfig/caBundle","value":"YQ=="}]""")]
    [InlineData("""{"spec":{"conversion":{"strategy":"Webhook","webhook":{"clientConfig":{"caBundle":"YQ=="}}}}}""", null)]
    [InlineData("""{"spec":{"conversion":{"strategy":"None"}}}""", null)]
    [InlineData("{}", null)]
    public void ADefinitionIsToldOnceWhenItHasAWebhook(string target, string? expected) =>
        Assert.Equal(expected, CaBundlePatch.For(TrustTargetKind.CustomResourceDefinition, JsonNode.Parse(target)!.AsObject(), "a")?.ToJsonString());

    [Fact]
    public void EachWebhookOfAConfigurationIsToldIfItIsStillTheSame() => Assert.Equal(
        """[{"op":"test","path":"/webhooks/1/name","value":"b"},{"op":"add","path":"/webhooks/1/clientConfig/caBundle","value":"YQ=="}]""",
        CaBundlePatch.For(
            TrustTargetKind.ValidatingWebhookConfiguration,
            JsonNode.Parse("""{"webhooks":[{"name":"a","clientConfig":{"caBundle":"YQ=="}},{"name":"b","clientConfig":{}}]}""")!.AsObject(),
            "a")?.ToJsonString());
}
