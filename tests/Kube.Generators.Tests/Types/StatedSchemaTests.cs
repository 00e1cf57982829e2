using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Types;

/// <summary>Converters of somebody's own, and the attributes that state what they write.</summary>
public class StatedSchemaTests
{
    private const string Size = """
        public sealed class SizeConverter : JsonConverter<Size>
        {
            public override Size Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) { var p = reader.GetString()!.Split('x'); return new(int.Parse(p[0]), int.Parse(p[1])); }
            public override void Write(Utf8JsonWriter writer, Size value, JsonSerializerOptions options) => writer.WriteStringValue($"{value.W}x{value.H}");
        }
        """;

    private const string Record = "public readonly record struct Size(int W, int H);";
    private const string Class = "public sealed class Size(int w, int h) { public int W => w; public int H => h; public Unknown? U => null; } public class Unknown;";
    private const string Stated = """{"type":"string","pattern":"^[0-9]+x[0-9]+$"}""";
    private const string Attribute = "[Schema(\"\"\"" + Stated + "\"\"\")] ";

    [Theory]
    [InlineData(Record)]
    [InlineData(Class)]
    public void OwnConverterOfATypeIsAnErrorUntilItsSchemaIsStated(string type)
    {
        var types = "[JsonConverter(typeof(SizeConverter))] " + type + Size;
        TypeAssert.Reports("KCR019", "A", "[Schema] on the type", "public Size? A { get; set; }", types);
        TypeAssert.Becomes(Stated, "public Size? A { get; set; }", Attribute + types);
        TypeAssert.Becomes($$"""{"type":"array","items":{{Stated}}}""", "public IList<Size>? A { get; set; }", Attribute + types);
        TypeAssert.Becomes(Stated, $"{Attribute}public Size? A {{ get; set; }}", types);
        TypeAssert.AgreesWithJson(TestKind.WithSpec($"public Size? A {{ get; set; }} public IList<Size>? B {{ get; set; }} {Attribute}public Size? C {{ get; set; }}", Attribute + types));
    }

    [Theory]
    [InlineData(Record, "?")]
    [InlineData(Class, "?")]
    public void OwnConverterOfAPropertyIsAnErrorUntilItsSchemaIsStated(string type, string mark)
    {
        const string Converter = "[JsonConverter(typeof(SizeConverter))] ";
        TypeAssert.Reports("KCR019", "A", "[Schema] on the property", $"{Converter}public Size{mark} A {{ get; set; }}", type + Size);
        TypeAssert.Becomes(Stated, $"{Converter}{Attribute}public Size{mark} A {{ get; set; }}", type + Size);
        TypeAssert.AgreesWithJson(TestKind.WithSpec($"{Converter}{Attribute}public Size{mark} A {{ get; set; }}", type + Size));
    }

    [Fact]
    public void ConvertedStructThatIsAlwaysThere()
    {
        var schema = TypeAssert.HasProperties(
            ["a", "b"], $"[JsonConverter(typeof(SizeConverter))] {Attribute}public Size A {{ get; set; }} [JsonConverter(typeof(SizeConverter))] {Attribute}public Size? B {{ get; set; }}", Record + Size);
        Assert.Equal(["a"], schema["required"].Texts());
    }

    [Fact]
    public void ConverterOfTheContextIsKnownToo()
    {
        var source = TestKind.WithSpec("public Size? A { get; set; }", Record + Size)
            .Replace("PropertyNamingPolicy =", "Converters = new[] { typeof(SizeConverter) }, PropertyNamingPolicy =", StringComparison.Ordinal);
        DiagnosticAssert.Reports("KCR019", source, "A");
        DiagnosticAssert.IsSilent(source.Replace("public Size?", Attribute + "public Size?", StringComparison.Ordinal));
    }

    [Fact]
    public void TypeOfKubernetesWithAConverterIsStatedAtTheProperty() =>
        TypeAssert.Reports("KCR019", "A", "[Schema] on the property", "public V1Patch? A { get; set; }");

    [Fact]
    public void SchemalessTakesAnything()
    {
        TypeAssert.Becomes("""{"x-kubernetes-preserve-unknown-fields":true}""", "[Schemaless] public Part? A { get; set; }", "public class Part { public int? X { get; set; } }");
        TypeAssert.Becomes("""{"x-kubernetes-preserve-unknown-fields":true}""", "public Part? A { get; set; }", "[Schemaless] public class Part { public int? X { get; set; } }");
        TypeAssert.AgreesWithJson(TestKind.WithSpec("public Part? A { get; set; } [Schemaless] public Part? B { get; set; }", "[Schemaless] public class Part { public int? X { get; set; } }"));
    }

    [Fact]
    public void AttributesOfThePropertyAreLaidOverWhatIsStated() => JsonAssert.Equal(
        """{"type":"string","maxLength":7,"default":"1x1","description":"How large."}""",
        Generation.Property(
            "/// <summary>How large.</summary>\n[Schema(\"\"\"{\"type\":\"string\"}\"\"\"), JsonConverter(typeof(SizeConverter)), MaxLength(7), Default(\"\\\"1x1\\\"\")] public Size? A { get; set; }",
            Record + Size));

    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer","format":"int32","minimum":1}},"required":["a"]}""")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"},"maxProperties":3}""")]
    [InlineData("""{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"set","maxItems":4}""")]
    [InlineData("""{"type":"array","items":{"type":"object","properties":{"k":{"type":"string"}},"required":["k"]},"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["k"]}""")]
    [InlineData("""{"x-kubernetes-int-or-string":true,"anyOf":[{"type":"integer"},{"type":"string"}],"pattern":"^[0-9]+%?$"}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"oneOf":[{"required":["a"]},{"required":["b"]}]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}},"not":{"properties":{"a":{"enum":["x"]}}}}""")]
    [InlineData("""{"type":"string","enum":["a","b"],"default":"a","nullable":true}""")]
    [InlineData("""{"type":"integer","minimum":1,"x-kubernetes-validations":[{"rule":"self % 2 == 1","message":"odd"}]}""")]
    [InlineData("""{"type":"object","x-kubernetes-preserve-unknown-fields":true,"x-kubernetes-embedded-resource":true}""")]
    public void StructuralSchemaIsTakenAsItStands(string schema) => JsonAssert.Equal(schema, Generation.Property($"[Schema(\"\"\"{schema}\"\"\")] public object? A {{ get; set; }}"));

    [Theory]
    [InlineData("""nonsense""", "not JSON")]
    [InlineData("""[]""", "a schema is a JSON object")]
    [InlineData("""{}""", "it has no 'type'")]
    [InlineData("""{"type":"text"}""", "there is no type 'text'")]
    [InlineData("""{"type":["string","null"]}""", "'type' cannot be")]
    [InlineData("""{"$ref":"#/x"}""", "no references")]
    [InlineData("""{"type":"object","definitions":{}}""", "no references")]
    [InlineData("""{"type":"object","patternProperties":{}}""", "use additionalProperties")]
    [InlineData("""{"type":"array","items":{"type":"string"},"uniqueItems":true}""", "x-kubernetes-list-type: set")]
    [InlineData("""{"type":"string","const":"a"}""", "enum with one value")]
    [InlineData("""{"type":"string","colour":"red"}""", "no keyword that the server knows")]
    [InlineData("""{"type":"string","format":"decimal"}""", "format 'decimal'")]
    [InlineData("""{"type":"integer","format":"duration"}""", "format 'duration'")]
    [InlineData("""{"type":"string","pattern":"(?!a)b"}""", "'pattern'")]
    [InlineData("""{"type":"string","minimum":1}""", "'minimum' says nothing of a value of type string")]
    [InlineData("""{"type":"integer","minimum":3,"maximum":2}""", "minimum is above maximum")]
    [InlineData("""{"type":"array"}""", "an array has 'items'")]
    [InlineData("""{"type":"array","items":[{"type":"string"}]}""", "'items' cannot be")]
    [InlineData("""{"type":"string","items":{"type":"string"}}""", "only an array")]
    [InlineData("""{"type":"string","properties":{}}""", "only an object")]
    [InlineData("""{"type":"object","properties":{},"additionalProperties":{"type":"string"}}""", "exclude each other")]
    [InlineData("""{"type":"object","additionalProperties":false}""", "'additionalProperties' cannot be false")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}},"required":["b"]}""", "'b' is required, and no property")]
    [InlineData("""{"type":"object","properties":{"a":{}}}""", "properties.a: it has no 'type'")]
    [InlineData("""{"type":"string","enum":[]}""", "'enum' cannot be []")]
    [InlineData("""{"type":"string","enum":[1]}""", "a value of 'enum' is none")]
    [InlineData("""{"type":"string","default":1}""", "its default is no such value")]
    [InlineData("""{"type":"string","default":null}""", "default of null")]
    [InlineData("""{"type":"string","maxLength":-1}""", "'maxLength' cannot be -1")]
    [InlineData("""{"type":"string","x-kubernetes-int-or-string":true}""", "leave 'type' out")]
    [InlineData("""{"type":"object","anyOf":[{"type":"object"}]}""", "'type' stands outside of alternatives")]
    [InlineData("""{"type":"object","properties":{},"anyOf":[{"properties":{"b":{"minimum":1}}}]}""", "does not exist outside")]
    [InlineData("""{"type":"object","allOf":[{"description":"x"}]}""", "'description' stands outside")]
    [InlineData("""{"type":"array","items":{"type":"object","properties":{}},"x-kubernetes-list-type":"set"}""", "the items of a set")]
    [InlineData("""{"type":"array","items":{"type":"object","properties":{}},"x-kubernetes-list-type":"map"}""", "x-kubernetes-list-map-keys")]
    [InlineData("""{"type":"object","x-kubernetes-preserve-unknown-fields":false}""", "cannot be false")]
    [InlineData("""{"type":"object","x-kubernetes-validations":[{"message":"x"}]}""", "'x-kubernetes-validations' cannot be")]
    public void SchemaThatTheServerRefusesOrMisunderstandsIsAnErrorAtTheAttribute(string schema, string words) =>
        TypeAssert.Reports("KCR040", $"\"\"\"{schema}\"\"\"", words, $"[Schema(\"\"\"{schema}\"\"\")] public object? A {{ get; set; }}");

    [Fact]
    public void SchemaOfATypeIsJudgedAtTheType() => TypeAssert.Reports(
        "KCR040", "\"{}\"", "it has no 'type'", "public Part? A { get; set; }", "[Schema(\"{}\")] public class Part;");

    [Fact]
    public void RulesInAStatedSchemaAreCheckedLikeAnyOther() => DiagnosticAssert.Reports(
        "KCR151",
        TestKind.WithSpec("[Schema(\"\"\"{\"type\":\"object\",\"properties\":{},\"x-kubernetes-validations\":[{\"rule\":\"self.missing\"}]}\"\"\")] public object? A { get; set; }"),
        "\"\"\"{\"type\":\"object\",\"properties\":{},\"x-kubernetes-validations\":[{\"rule\":\"self.missing\"}]}\"\"\"");

    [Fact]
    public void ColumnsAndSelectorsKnowAStatedType()
    {
        var generation = Generation.Of(TestKind.WithSpec($"[PrinterColumn(\"size\"), Selectable, JsonConverter(typeof(SizeConverter))] {Attribute}public Size? A {{ get; set; }}", Record + Size));
        var version = generation.Manifest()["spec"]!["versions"]![0]!;
        Assert.Equal("string", version["additionalPrinterColumns"]![0]!["type"]!.GetValue<string>());
        Assert.Equal(".spec.a", version["selectableFields"]![0]!["jsonPath"]!.GetValue<string>());
    }
}
