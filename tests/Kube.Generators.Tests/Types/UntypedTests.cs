using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Types;

/// <summary>Values of any type, and objects that may have more than their properties.</summary>
public class UntypedTests
{
    private const string Any = """{"x-kubernetes-preserve-unknown-fields":true}""";

    [Theory]
    [InlineData("object?", Any)]
    [InlineData("JsonNode?", Any)]
    [InlineData("JsonValue?", Any)]
    [InlineData("JsonElement?", Any)]
    [InlineData("JsonDocument?", Any)]
    [InlineData("JsonObject?", """{"type":"object","x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData("JsonArray?", """{"type":"array","items":{"nullable":true,"x-kubernetes-preserve-unknown-fields":true}}""")]
    [InlineData("IDictionary<string, object>?", """{"type":"object","additionalProperties":{"x-kubernetes-preserve-unknown-fields":true}}""")]
    [InlineData("IList<JsonElement>?", """{"type":"array","items":{"x-kubernetes-preserve-unknown-fields":true}}""")]
    public void TakesAnything(string type, string schema) => TypeAssert.Becomes(schema, $"public {type} A {{ get; set; }}");

    [Fact]
    public void JsonWritesAndReadsThemAll() => TypeAssert.AgreeWithJson(
    [
        "object?", "JsonNode?", "JsonValue?", "JsonElement?", "JsonDocument?", "JsonObject?", "JsonArray?", "IDictionary<string, object>?", "IList<JsonElement>?",
        "IList<object?>?", "Dictionary<string, JsonNode?>?",
    ]);

    [Fact]
    public void DynamicIsNothingThatJsonHasCodeFor() => TypeAssert.Reports("KCR008", "A", "use JsonNode or object", "public dynamic? A { get; set; }");

    [Theory]
    [InlineData("IDictionary<string, JsonElement>")]
    [InlineData("Dictionary<string, object>")]
    [InlineData("JsonObject")]
    public void ExtensionDataKeepsWhatIsUnknown(string type)
    {
        var source = TestKind.WithSpec("public Part? A { get; set; }", $"public class Part {{ public int? X {{ get; set; }} [JsonExtensionData] public {type}? Rest {{ get; set; }} }}");
        JsonAssert.Equal(
            """{"type":"object","properties":{"x":{"type":"integer","format":"int32"}},"x-kubernetes-preserve-unknown-fields":true}""",
            Generation.Of(source).RootSchema()["properties"]!["spec"]!["properties"]!["a"]);
        TypeAssert.AgreesWithJson(source);
        using var run = Wire.WireRun.Of(source);
        var kind = run.TypeOf("Demo.Example");
        const string Stored = """{"spec":{"a":{"unknown":{"deep":[1]},"x":1}}}""";
        var value = run.Read(Stored, kind);
        Assert.Contains("\"unknown\":{\"deep\":[1]}", run.Write(value), StringComparison.Ordinal);
        Assert.Contains("\"unknown\":{\"deep\":[1]}", run.Write(run.Call("Demo.ExampleContent", "DeepClone", value)!), StringComparison.Ordinal);
    }

    [Fact]
    public void ExtensionDataOfABaseCountsToo() => Assert.True(
        Generation.Property(
            "public Derived? A { get; set; }",
            "public class Base { [JsonExtensionData] public IDictionary<string, JsonElement>? Rest { get; set; } } public class Derived : Base { public int? X { get; set; } }")
            ["x-kubernetes-preserve-unknown-fields"]!.GetValue<bool>());

    [Theory]
    [InlineData("IList<Part>?", "items")]
    [InlineData("IDictionary<string, Part>?", "additionalProperties")]
    public void PreservedFieldsOfItems(string type, string keyword) => Assert.True(
        Generation.Property($"[PreserveUnknownFields] public {type} A {{ get; set; }}", "public class Part { public int? X { get; set; } }")
            [keyword]!["x-kubernetes-preserve-unknown-fields"]!.GetValue<bool>());

    [Fact]
    public void ScalarHasNoFieldsToPreserve() =>
        TypeAssert.Reports("KCR121", "A", "only objects have fields", "[PreserveUnknownFields] public string? A { get; set; }");
}
