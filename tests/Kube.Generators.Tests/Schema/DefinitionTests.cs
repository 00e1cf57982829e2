using System.Text.Json.Nodes;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Schema;

/// <summary>The manifest around the schema.</summary>
public class DefinitionTests
{
    [Fact]
    public void SmallKindIsCompleteDownToTheLastMember() => JsonAssert.Equal(
        """
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"examples.example.com"},
         "spec":{"group":"example.com","names":{"kind":"Example","listKind":"ExampleList","plural":"examples","singular":"example"},
          "scope":"Namespaced","versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object",
           "properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"type":"object"},
            "spec":{"type":"object","properties":{"size":{"type":"integer","format":"int32"}}}}}}}]}}
        """,
        Generation.Of(TestKind.WithSpec("public int? Size { get; set; }")).Manifest());

    [Fact]
    public void MembersAreSortedAndNothingIsSpacedOut()
    {
        var text = Generation.Of(TestKind.WithSpec("public int? B { get; set; } public int? A { get; set; }")).ManifestText();
        Assert.Equal(JsonNode.Parse(text)!.ToJsonString(), text);
        Assert.Contains("""{"a":{"format":"int32","type":"integer"},"b":""", text, StringComparison.Ordinal);
    }

    [Fact]
    public void StatusPropertyTurnsTheSubresourceOn()
    {
        var kind = TestKind.WithSpec(
            "",
            "public class ExampleStatus { public string? State { get; set; } }",
            kindMembers: "public ExampleStatus? Status { get; set; }");
        var version = Generation.Of(kind).Manifest()["spec"]!["versions"]![0]!;
        JsonAssert.Equal("""{"status":{}}""", version["subresources"]);
    }

    [Fact]
    public void NamesAndScopeComeFromTheAttribute()
    {
        var source = TestKind.WithSpec("").Replace(
            TestKind.CustomResource,
            """
            [CustomResource(JsonContext = typeof(ExampleJson), Singular = "sample", ShortNames = ["ex", "exs"], Categories = ["all"],
                Scope = ResourceScope.Cluster)]
            """,
            StringComparison.Ordinal);
        var spec = Generation.Of(source).Manifest()["spec"]!;
        Assert.Equal("Cluster", spec["scope"]!.GetValue<string>());
        JsonAssert.Equal(
            """
            {"kind":"Example","listKind":"ExampleList","plural":"examples","singular":"sample",
             "shortNames":["ex","exs"],"categories":["all"]}
            """,
            spec["names"]);
    }

    [Fact]
    public void ColumnsKeepTheirOrderAndTakeTheirTypeFromThePath()
    {
        var source = TestKind.WithSpec(
            "public int? Size { get; set; } public IList<V1Condition>? Conditions { get; set; } public ResourceQuantity? Cpu { get; set; }",
            attributes: """
                [PrinterColumn("size", ".spec.size")]
                [PrinterColumn("ready", ".spec.conditions[?(@.type==\"Ready\")].status", Priority = 1, Description = "Whether it is.")]
                [PrinterColumn("cpu", ".spec.cpu", Type = PrinterColumnType.Integer)]
                [PrinterColumn("team", ".metadata.labels.team")]
                [PrinterColumn("age", ".metadata.creationTimestamp")]
                """);
        JsonAssert.Equal(
            """
            [{"name":"size","jsonPath":".spec.size","type":"integer"},
             {"name":"ready","jsonPath":".spec.conditions[?(@.type==\"Ready\")].status","type":"string","priority":1,
              "description":"Whether it is."},
             {"name":"cpu","jsonPath":".spec.cpu","type":"integer"},
             {"name":"team","jsonPath":".metadata.labels.team","type":"string"},
             {"name":"age","jsonPath":".metadata.creationTimestamp","type":"date"}]
            """,
            Generation.Of(source).Manifest()["spec"]!["versions"]![0]!["additionalPrinterColumns"]);
    }

    [Fact]
    public void VersionsShareOneDefinitionInTheClassOfTheStoredOne()
    {
        var generation = Generation.Of(TestKind.WithSpec("public int? Size { get; set; }"), SecondVersion);
        var versions = generation.Manifest()["spec"]!["versions"]!.AsArray();
        Assert.Equal(["v1", "v1alpha1"], versions.Select(v => v!["name"]!.GetValue<string>()));
        Assert.Equal([true, false], versions.Select(v => v!["storage"]!.GetValue<bool>()));
        Assert.Contains(
            "CustomResourceDefinition => global::Demo.Example.CustomResourceDefinition;",
            generation.Files["Demo.ExampleV1Alpha1.CustomResourceDefinition.g.cs"],
            StringComparison.Ordinal);
    }

    internal static string SecondVersion { get; } = $$"""
        {{TestKind.Usings}}
        namespace Demo;

        {{TestKind.Entity.Replace("\"v1\"", "\"v1alpha1\"", StringComparison.Ordinal)}}
        [CustomResource(JsonContext = typeof(SecondJson), Storage = false)]
        public sealed partial class ExampleV1Alpha1 : IKubernetesObject<V1ObjectMeta>
        {
        {{TestKind.Members}}
        }

        {{TestKind.JsonContext("SecondJson", "ExampleV1Alpha1")}}
        """;
}
