using System.Text.Json.Nodes;
using Kube.Generators.Tests.Schema.Cel;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Schema;

/// <summary>What each attribute adds to a schema.</summary>
public class AttributeTests
{
    private const string Items = """
        public class Item
        {
            [Required, JsonPropertyName("item-key")] public string? Key { get; set; }
            [Default("1")] public int? Port { get; set; }
        }
        """;

    [Theory]
    [InlineData("[Minimum(0)]", "int?", """{"minimum":0}""")]
    [InlineData("[Minimum(0, IsExclusive = true)]", "double?", """{"minimum":0,"exclusiveMinimum":true}""")]
    [InlineData("[Maximum(9223372036854775807)]", "long?", "{}")]
    [InlineData("[Range(1, 5)]", "int?", """{"minimum":1,"maximum":5}""")]
    [InlineData("[Range(0.5, 1.5, MaximumIsExclusive = true)]", "double?", """{"minimum":0.5,"maximum":1.5,"exclusiveMaximum":true}""")]
    [InlineData("[Range(typeof(long), \"1\", \"5\")]", "long?", """{"minimum":1,"maximum":5}""")]
    [InlineData("[MinLength(1)]", "string?", """{"minLength":1}""")]
    [InlineData("[MinLength(1), MaxLength(3)]", "IList<string>?", """{"minItems":1,"maxItems":3}""")]
    [InlineData("[MinItems(1), MaxItems(3)]", "IList<string>?", """{"minItems":1,"maxItems":3}""")]
    [InlineData("[MinProperties(1)]", "IDictionary<string, string>?", """{"minProperties":1}""")]
    [InlineData("[MaxProperties(3)]", "IDictionary<string, string>?", """{"maxProperties":3}""")]
    [InlineData("[StringLength(int.MaxValue, MinimumLength = 1)]", "string?", """{"minLength":1}""")]
    [InlineData("[Length(1, 3)]", "IDictionary<string, string>?", """{"minProperties":1,"maxProperties":3}""")]
    [InlineData("[StringLength(63, MinimumLength = 1)]", "string?", """{"minLength":1,"maxLength":63}""")]
    [InlineData("[RegularExpression(\"[a-z]+\")]", "string?", """{"pattern":"^(?:[a-z]+)$"}""")]
    [InlineData("[RegularExpression(\"^[a-z|]+$\")]", "string?", """{"pattern":"^[a-z|]+$"}""")]
    [InlineData("[RegularExpression(\"^a|b$\")]", "string?", """{"pattern":"^(?:^a|b$)$"}""")]
    [InlineData("[AllowedValues(\"A\", null, \"\")]", "string?", """{"enum":["A",""]}""")]
    [InlineData("[AllowedValues(1, 2)]", "int?", """{"enum":[1,2]}""")]
    [InlineData("[Default(\"0\")]", "int?", """{"default":0}""")]
    [InlineData("[Default(\"\\\"a\\\\\\\"b\\\"\")]", "string?", """{"default":"a\"b"}""")]
    [InlineData("[Default(\"[]\")]", "IList<string>?", """{"default":[]}""")]
    [InlineData("[Default(\"\\\"1Gi\\\"\")]", "ResourceQuantity?", """{"default":"1Gi"}""")]
    [InlineData("[Nullable]", "string?", """{"nullable":true}""")]
    [InlineData("[Atomic]", "IDictionary<string, string>?", """{"x-kubernetes-map-type":"atomic"}""")]
    [InlineData("[ListType(ListKind.Set)]", "IList<string>?", """{"x-kubernetes-list-type":"set"}""")]
    [InlineData("[ListType(ListKind.Atomic)]", "IList<string>?", "{}")]
    [InlineData(
        "[ListType(ListKind.Map, nameof(Item.Key), nameof(Item.Port))]", "IList<Item>?",
        """{"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["item-key","port"]}""")]
    [InlineData("[PreserveUnknownFields]", "Item?", """{"x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData(
        "[CelRule(\"self > 0\", Message = \"positive\"), CelRule(\"self < 9\")]", "int?",
        """{"x-kubernetes-validations":[{"message":"positive","rule":"self > 0"},{"rule":"self < 9"}]}""")]
    public void AddsKeywords(string attributes, string type, string keywords) => Adds(attributes, type, keywords);

    [Theory]
    [InlineData("[Minimum(0.5)]", "double?", """{"minimum":0.5}""")]
    [InlineData("[Minimum(-9223372036854775808)]", "long?", """{"minimum":-9223372036854775808}""")]
    [InlineData("[Range(0, double.MaxValue)]", "double?", """{"minimum":0}""")]
    [InlineData("[Range(double.NegativeInfinity, 1)]", "double?", """{"maximum":1}""")]
    [InlineData("[MultipleOf(5)]", "int?", """{"multipleOf":5}""")]
    [InlineData("[MultipleOf(0.25)]", "double?", """{"multipleOf":0.25}""")]
    [InlineData("[Format(\"ipv4\")]", "string?", """{"format":"ipv4"}""")]
    [InlineData("[Format(\"k8s-long-name\")]", "string?", """{"format":"k8s-long-name"}""")]
    [InlineData("[Format(\"int64\")]", "int?", """{"format":"int64"}""")]
    [InlineData("[EmailAddress]", "string?", """{"format":"email"}""")]
    [InlineData("[Url]", "string?", """{"format":"uri"}""")]
    [InlineData("[Base64String]", "string?", """{"format":"byte"}""")]
    [InlineData("[Title(\"A value\")]", "string?", """{"title":"A value"}""")]
    [InlineData("[System.ComponentModel.DisplayName(\"A value\")]", "string?", """{"title":"A value"}""")]
    [InlineData("[Example(\"[1,2]\")]", "IList<int>?", """{"example":[1,2]}""")]
    [InlineData(
        "[ExternalDocs(\"https://example.com/a\", Description = \"More\")]", "string?",
        """{"externalDocs":{"description":"More","url":"https://example.com/a"}}""")]
    [InlineData("[Default(\"[{\\\"item-key\\\":\\\"a\\\"}]\")]", "IList<Item>?", """{"default":[{"item-key":"a"}]}""")]
    [InlineData("[Default(\"\\\"2024-02-29\\\"\")]", "DateOnly?", """{"default":"2024-02-29"}""")]
    [InlineData("[Default(\"4\"), MultipleOf(2)]", "int?", """{"multipleOf":2,"default":4}""")]
    [InlineData(
        "[Immutable]", "string?", """{"x-kubernetes-validations":[{"message":"the field is immutable","rule":"self == oldSelf"}]}""")]
    public void AddsNumbersFormatsAndWords(string attributes, string type, string keywords) => Adds(attributes, type, keywords);

    [Fact]
    public void AttributesOfATypeStandAtItsSchema()
    {
        var schema = Generation.Property(
            "[CelRule(\"self.a != 1\")] public Part? Part { get; set; }",
            """
            [Atomic, PreserveUnknownFields, CelRule("self.a > 0", Message = "positive")]
            public class Part { public int? A { get; set; } }
            """);
        JsonAssert.Equal(
            """
            {"type":"object","properties":{"a":{"type":"integer","format":"int32"}},"x-kubernetes-map-type":"atomic",
             "x-kubernetes-preserve-unknown-fields":true,
             "x-kubernetes-validations":[{"message":"positive","rule":"self.a > 0"},{"rule":"self.a != 1"}]}
            """,
            schema);
    }

    [Fact]
    public void ExtensionDataPreservesUnknownFields()
    {
        var schema = Generation.Property(
            "public Part? Part { get; set; }",
            "public class Part { [JsonExtensionData] public Dictionary<string, JsonElement>? Rest { get; set; } }");
        JsonAssert.Equal("""{"type":"object","x-kubernetes-preserve-unknown-fields":true}""", schema);
    }

    /// <summary>The server fills in parts too, but judges a default before that.</summary>
    [Theory]
    [InlineData("[Default(\"1\")] public int? A { get; set; }", "{}", "{}")]
    [InlineData("[Required, Default(\"1\")] public int? A { get; set; }", "{}", "{\"a\":1}")]
    [InlineData("[Required, Default(\"1\")] public int? A { get; set; } public int? B { get; set; }", "{\"b\":2}", "{\"a\":1,\"b\":2}")]
    [InlineData("[Required, Default(\"{}\")] public Inner? A { get; set; }", "{}", "{\"a\":{\"c\":3}}")]
    public void DefaultOfAnObjectIsCompletedWhereTheServerNeedsIt(string members, string written, string made)
    {
        var schema = Generation.Property(
            $"[Default({CelCorpus.Literal(written)})] public Part? Part {{ get; set; }}",
            $"public class Part {{ {members} }} public class Inner {{ [Required, Default(\"3\")] public int? C {{ get; set; }} }}");
        JsonAssert.Equal(made, schema["default"]);
    }

    [Fact]
    public void RulesSeeTheDefaultsOfParts()
    {
        var schema = Generation.Property(
            "[Default(\"{}\"), CelRule(\"self.a > 0\")] public Part? Part { get; set; }",
            "public class Part { [Default(\"1\")] public int? A { get; set; } }");
        JsonAssert.Equal("{\"a\":1}", schema["default"]);
    }

    private static void Adds(string attributes, string type, string keywords)
    {
        var expected = Generation.Property($"public {type} Value {{ get; set; }}", Items);
        foreach (var (name, value) in JsonNode.Parse(keywords)!.AsObject())
        {
            expected[name] = value!.DeepClone();
        }

        JsonAssert.Equal(expected.ToJsonString(), Generation.Property($"{attributes} public {type} Value {{ get; set; }}", Items));
    }
}
