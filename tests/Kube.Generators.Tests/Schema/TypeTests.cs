using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Schema;

/// <summary>C# types and the schemas that they become.</summary>
public class TypeTests
{
    private const string Decimal = @"(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))";
    private const string Quantity =
        $$"""{"x-kubernetes-int-or-string":true,"pattern":"^(\\+|-)?{{Decimal}}(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?{{Decimal}}))?$"}""";

    [Theory]
    [InlineData("string?", """{"type":"string"}""")]
    [InlineData("bool?", """{"type":"boolean"}""")]
    [InlineData("int?", """{"type":"integer","format":"int32"}""")]
    [InlineData("long?", """{"type":"integer","format":"int64"}""")]
    [InlineData("double?", """{"type":"number"}""")]
    [InlineData("DateTime?", """{"type":"string","format":"date-time"}""")]
    [InlineData("DateTimeOffset?", """{"type":"string","format":"date-time"}""")]
    [InlineData("DateOnly?", """{"type":"string","format":"date"}""")]
    [InlineData("Guid?", """{"type":"string","format":"uuid"}""")]
    [InlineData("Uri?", """{"type":"string","format":"uri"}""")]
    [InlineData("byte[]?", """{"type":"string","format":"byte"}""")]
    [InlineData("ResourceQuantity?", Quantity)]
    [InlineData("IntOrString?", """{"x-kubernetes-int-or-string":true}""")]
    [InlineData("JsonElement?", """{"x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData("object?", """{"x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData("JsonObject?", """{"type":"object","x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData("IList<string>?", """{"type":"array","items":{"type":"string"}}""")]
    [InlineData("int[]?", """{"type":"array","items":{"type":"integer","format":"int32"}}""")]
    [InlineData("IReadOnlyList<List<bool>>?", """{"type":"array","items":{"type":"array","items":{"type":"boolean"}}}""")]
    [InlineData("ISet<string>?", """{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"set"}""")]
    [InlineData("IDictionary<string, string>?", """{"type":"object","additionalProperties":{"type":"string"}}""")]
    [InlineData(
        "Dictionary<string, IList<int>>?",
        """{"type":"object","additionalProperties":{"type":"array","items":{"type":"integer","format":"int32"}}}""")]
    [InlineData("V1LocalObjectReference?",
        """{"type":"object","properties":{"name":{"type":"string","default":""}},"x-kubernetes-map-type":"atomic"}""")]
    public void BecomesSchema(string type, string schema) =>
        JsonAssert.Equal(schema, Generation.Property($"public {type} Value {{ get; set; }}"));

    [Fact]
    public void EnumIsItsMemberNames() => JsonAssert.Equal(
        """{"type":"string","enum":["Red","dark-blue"]}""",
        Generation.Property(
            "public Colour? Colour { get; set; }",
            """
            [JsonConverter(typeof(JsonStringEnumConverter<Colour>))]
            public enum Colour { Red, [JsonStringEnumMemberName("dark-blue")] DarkBlue }
            """));

    [Fact]
    public void ClosedGenericsAreSchemasOfTheirOwn()
    {
        var spec = Generation.Spec(
            "public Box<int?>? Number { get; set; } public Box<string>? Text { get; set; }",
            "public class Box<T> { public T? Content { get; set; } }");
        JsonAssert.Equal(
            """{"type":"object","properties":{"content":{"type":"integer","format":"int32"}}}""", spec["properties"]!["number"]);
        JsonAssert.Equal("""{"type":"object","properties":{"content":{"type":"string"}}}""", spec["properties"]!["text"]);
    }

    [Fact]
    public void RecordStructIsAnObject() => JsonAssert.Equal(
        """{"type":"object","properties":{"x":{"type":"integer","format":"int32"}},"required":["x"]}""",
        Generation.Property("public Point? At { get; set; }", "public record struct Point(int X);"));

    [Fact]
    public void EqualShortNamesInDifferentNamespacesStayApart()
    {
        var spec = Generation.Spec(
            "public A.Part? One { get; set; } public B.Part? Two { get; set; }",
            """
            public class A { public class Part { public int? X { get; set; } } }
            public class B { public class Part { public bool? Y { get; set; } } }
            """);
        Assert.NotNull(spec["properties"]!["one"]!["properties"]!["x"]);
        Assert.NotNull(spec["properties"]!["two"]!["properties"]!["y"]);
    }

    [Fact]
    public void EmbeddedMetadataHasWhatUsersMaySet() => Assert.Equal(
        ["annotations", "finalizers", "labels", "name", "namespace"],
        Generation.Property("public V1ObjectMeta? Meta { get; set; }")["properties"]!.AsObject().Select(p => p.Key));

    [Fact]
    public void PreserveUnknownFieldsCutsRecursion()
    {
        var tree = Generation.Property(
            "public Tree? Tree { get; set; }",
            "public class Tree { public string? Name { get; set; } [PreserveUnknownFields] public IList<Tree>? Children { get; set; } }");
        JsonAssert.Equal(
            """{"type":"array","items":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}""", tree["properties"]!["children"]);
    }

    [Fact]
    public void SetOfObjectsIsAPlainList() => JsonAssert.Equal(
        """{"type":"array","items":{"type":"object","properties":{"a":{"type":"string"}}}}""",
        Generation.Property("public ISet<Part>? Parts { get; set; }", "public record Part { public string? A { get; set; } }"));
}
