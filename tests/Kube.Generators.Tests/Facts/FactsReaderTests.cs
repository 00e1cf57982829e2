using System.Runtime.CompilerServices;
using Kube.Generators.Tests.Support;
using KubernetesFacts;
using KubernetesFacts.Go;

namespace Kube.Generators.Tests.Facts;

/// <summary>From Go sources to the table of facts.</summary>
public class FactsReaderTests
{
    [Theory]
    [InlineData("V1LocalObjectReference", """{"a":1,"f":{"name":{"d":""}}}""")]
    [InlineData("V1SecretKeySelector", """{"a":1,"f":{"name":{"d":""}},"r":["key"]}""")]
    [InlineData("V1SecretEnvSource", """{"a":2,"f":{"name":{"d":""}}}""")]
    [InlineData("V1ContainerPort", """{"f":{"protocol":{"d":"TCP"}}}""")]
    [InlineData("V1Container", """{"f":{"args":{"lt":""},"ports":{"k":["containerPort","protocol"]}},"r":["name"]}""")]
    [InlineData("V1PodSpec", """{"f":{"containers":{"lt":""},"nodeSelector":{"mt":"atomic"}},"r":["containers"]}""")]
    [InlineData("V1PortStatus", """{"f":{"error":{"maxLength":316,"pattern":"^a+$"}},"r":["error"]}""")]
    [InlineData("Corev1Event", """{"r":["involvedObject","metadata"]}""")]
    [InlineData("Eventsv1Event", """{"r":["eventTime"]}""")]
    [InlineData("V1Condition", """{"f":{"observedGeneration":{"minimum":0},"status":{"enum":["True","False","Unknown"]}},"r":["status"]}""")]
    [InlineData("V1APIResource", """{"f":{"shortNames":{"lt":"set"},"verbs":{"lt":""}},"r":["verbs"]}""")]
    public void FactsOfATypeAreRead(string type, string facts) => JsonAssert.Equal(facts, new FactsReader(Packages()).Read()[type]);

    [Fact]
    public void NothingElseIsInTheTable()
    {
        var table = new FactsReader(Packages()).Read();
        Assert.Equal(table.Select(t => t.Key).Order(StringComparer.Ordinal), table.Select(t => t.Key));
        Assert.Equal(11, table.Count);
    }

    [Fact]
    public void OnlyStablePackagesAreRead() =>
        Assert.Equal(["core/v1", "events/v1", "meta/v1"], Packages().Select(p => $"{p.Group}/{p.Version}"));

    private static IReadOnlyList<GoPackage> Packages([CallerFilePath] string caller = "") =>
        GoPackages.Read(Path.Combine(Path.GetDirectoryName(caller)!, "Sources"));
}
