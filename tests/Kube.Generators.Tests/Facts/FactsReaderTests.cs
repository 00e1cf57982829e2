using System.Runtime.CompilerServices;
using Kube.Generators.Tests.Support;
using KubernetesFacts;
using KubernetesFacts.Go;
using KubernetesFacts.Merging;

namespace Kube.Generators.Tests.Facts;

/// <summary>From Go sources to the table of facts.</summary>
public class FactsReaderTests
{
    private const string MergeSchema = """
        types:
        - name: io.k8s.api.core.v1.Container
          map:
            fields:
            - name: args
              type:
                list:
                  elementType:
                    scalar: string
                  elementRelationship: associative
            - name: command
              type:
                list:
                  elementType:
                    scalar: string
                  elementRelationship: atomic
            - name: env
              type:
                list:
                  elementType:
                    namedType: io.k8s.api.core.v1.EnvVar
                  elementRelationship: associative
                  keys:
                  - name
                  - key
            - name: name
              type:
                scalar: string
              default: ""
        - name: io.k8s.api.core.v1.PodSpec
          map:
            fields:
            - name: nodeSelector
              type:
                map:
                  elementType:
                    scalar: string
                  elementRelationship: atomic
        - name: io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector
          map:
            fields:
            - name: matchLabels
              type:
                map:
                  elementType:
                    scalar: string
            elementRelationship: atomic
        - name: io.k8s.api.core.v1.Nothing
          map:
            elementType:
              scalar: untyped

        """;

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
    public void FactsOfATypeAreRead(string type, string facts)
    {
        var read = new FactsReader(Packages()).Read()[type]!.AsObject();
        read.Remove("s");
        JsonAssert.Equal(facts, read);
    }

    /// <summary>Three characters for each property that has no other fact; nothing for lists of whole objects.</summary>
    [Theory]
    [InlineData("V1LocalObjectReference", 0)]
    [InlineData("V1ContainerPort", 2)]
    [InlineData("V1PodList", null)]
    public void PropertiesWithoutFactsAreCounted(string type, int? count) =>
        Assert.Equal(count * 3, new FactsReader(Packages()).Read()[type]?["s"]?.GetValue<string>().Length);

    [Fact]
    public void TopologyIsReadFromTheMergeSchema() => JsonAssert.Equal(
        """{"V1Container":{"args":"set","env":"map name,key"},"V1LabelSelector":{"":"atomic"},"V1PodSpec":{"nodeSelector":"atomic"}}""",
        TopologyReader.Read(MergeSchema));

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
