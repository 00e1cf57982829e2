using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Schema;

/// <summary>Columns and selectable fields, whose paths come from properties.</summary>
public class PathTests
{
    private const string Types = """
        public class Part { [PrinterColumn("Replicas", Priority = 1, Description = "How many."), Selectable] public int? Replicas { get; set; } }
        """;

    [Fact]
    public void ColumnsOfPropertiesKnowTheirPathAndComeFirst()
    {
        var source = TestKind.WithSpec(
            """
            [PrinterColumn("Size")] public int? Size { get; set; }
            public Part? Part { get; set; }
            [PrinterColumn("Since", Format = "date-time")] public DateTimeOffset? Since { get; set; }
            [JsonPropertyName("a.b"), PrinterColumn("Dotted")] public string? Dotted { get; set; }
            [PrinterColumn("Cpu", Type = PrinterColumnType.Number)] public ResourceQuantity? Cpu { get; set; }
            """,
            Types,
            "[PrinterColumn(\"Age\", \".metadata.creationTimestamp\")]");
        JsonAssert.Equal(
            """
            [{"name":"Size","jsonPath":".spec.size","type":"integer"},
             {"name":"Replicas","jsonPath":".spec.part.replicas","type":"integer","priority":1,"description":"How many."},
             {"name":"Since","jsonPath":".spec.since","type":"date","format":"date-time"},
             {"name":"Dotted","jsonPath":".spec.a\\.b","type":"string"},
             {"name":"Cpu","jsonPath":".spec.cpu","type":"number"},
             {"name":"Age","jsonPath":".metadata.creationTimestamp","type":"date"}]
            """,
            Generation.Of(source).Manifest()["spec"]!["versions"]![0]!["additionalPrinterColumns"]);
    }

    [Fact]
    public void SelectableFieldsAreListedInOrder()
    {
        var source = TestKind.WithSpec(
            """
            [Selectable] public string? Name { get; set; }
            public Part? Part { get; set; }
            [Selectable] public bool? IsReady { get; set; }
            [Selectable] public DateTimeOffset? Since { get; set; }
            [Selectable, JsonPropertyName("a-b")] public string? Hyphenated { get; set; }
            """,
            Types);
        JsonAssert.Equal(
            """
            [{"jsonPath":".spec.name"},{"jsonPath":".spec.part.replicas"},{"jsonPath":".spec.isReady"},{"jsonPath":".spec.since"},
             {"jsonPath":".spec.a-b"}]
            """,
            Generation.Of(source).Manifest()["spec"]!["versions"]![0]!["selectableFields"]);
    }

    [Theory]
    [InlineData(".spec.list[0].status", "string")]
    [InlineData(".spec.list[*].status", "string")]
    [InlineData(".spec.list[-1:].status", "string")]
    [InlineData(".spec.list[?(@.type==\"a]b\")].observedGeneration", "integer")]
    [InlineData(".spec.list[?(@.type!='Ready')].lastTransitionTime", "date")]
    [InlineData(".spec.list[?(@.observedGeneration>=2)].status", "string")]
    [InlineData(".spec.list[?(@.reason)].status", "string")]
    [InlineData(".spec.map.any", "integer")]
    [InlineData(".spec.map['a.b']", "integer")]
    [InlineData(".spec['size']", "integer")]
    [InlineData(".metadata.labels.app\\.kubernetes\\.io/name", "string")]
    public void PathsAreFollowedToTheirType(string path, string type)
    {
        var source = TestKind.WithSpec(
            "public int? Size { get; set; } public IList<V1Condition>? List { get; set; } public IDictionary<string, int>? Map { get; set; }",
            attributes: $"[PrinterColumn(\"c\", @\"{path.Replace("\"", "\"\"", StringComparison.Ordinal)}\")]");
        var column = Generation.Of(source).Manifest()["spec"]!["versions"]![0]!["additionalPrinterColumns"]![0]!;
        Assert.Equal(type, column["type"]!.GetValue<string>());
        Assert.Equal(path, column["jsonPath"]!.GetValue<string>());
    }

    [Fact]
    public void EmbeddedResourceLeavesItsMetadataToTheServer()
    {
        var schema = Generation.Property("[EmbeddedResource] public V1ConfigMap? Map { get; set; }");
        Assert.True(schema["x-kubernetes-embedded-resource"]!.GetValue<bool>());
        JsonAssert.Equal("""{"type":"object"}""", schema["properties"]!["metadata"]);
        JsonAssert.Equal("""{"type":"string"}""", schema["properties"]!["kind"]);
    }

    [Fact]
    public void EmbeddedObjectOfAnyKind() => JsonAssert.Equal(
        """{"type":"object","x-kubernetes-embedded-resource":true,"x-kubernetes-preserve-unknown-fields":true}""",
        Generation.Property("[EmbeddedResource] public JsonObject? Any { get; set; }"));

    [Fact]
    public void EmbeddedObjectsInAList() => JsonAssert.Equal(
        """{"type":"array","items":{"type":"object","x-kubernetes-embedded-resource":true,"x-kubernetes-preserve-unknown-fields":true}}""",
        Generation.Property("[EmbeddedResource] public IList<JsonObject>? Any { get; set; }"));
}
