using System.Text.Json.Nodes;

namespace Kube.Core.Tests.Schemas;

/// <summary>Reading schemas, and finding places in them.</summary>
public sealed class StructuralSchemaTests
{
    private const string Definition = """
        {"spec":{"versions":[
          {"name":"v1","schema":{"openAPIV3Schema":{"type":"object","properties":{"spec":{"type":"object","properties":{
            "groups":{"type":"array","items":{"type":"object","x-kubernetes-validations":[{"rule":"true"}],"properties":{"size":{"type":"integer"}}}},
            "limits":{"type":"object","additionalProperties":{"type":"string","x-kubernetes-validations":[{"rule":"true"}]}}}}}}}},
          {"name":"v2"}]}}
        """;

    [Fact]
    public void Places_are_found_by_name_item_and_key()
    {
        var schema = StructuralSchema.OfDefinition(Definition, "v1");

        Assert.Single(schema.At("spec", "groups", "[]", "size")!.Validate("x"));
        Assert.Single(schema.At("spec", "limits", "any")!.Validate(1));
        Assert.Same(schema, schema.At());
        Assert.Null(schema.At("spec", "other"));
        Assert.Null(schema.At("spec", "[]"));
    }

    [Fact]
    public void Rules_in_CEL_are_named()
    {
        var schema = StructuralSchema.OfDefinition(Definition, "v1");

        Assert.True(schema.HasCel);
        Assert.Equal(["spec.groups[]", "spec.limits.*"], schema.CelPaths);
        Assert.False(schema.At("spec", "groups", "[]", "size")!.HasCel);
    }

    [Theory]
    [InlineData(Definition, "v3", "no version 'v3'")]
    [InlineData(Definition, "v2", "'v2' of the definition has no schema")]
    [InlineData("""{"spec":{}}""", "v1", "spec.versions")]
    [InlineData("[]", "v1", "spec.versions")]
    [InlineData("{", "v1", "no JSON")]
    public void A_definition_without_the_schema_says_what_is_missing(string definition, string version, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => StructuralSchema.OfDefinition(definition, version)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"type":1,"properties":[],"items":[{}],"required":{"a":1},"enum":1,"maximum":"x","pattern":"[","default":null,"anyOf":{}}""")]
    public void A_malformed_schema_allows_everything(string schema) =>
        Assert.All(["1", "null", "{\"a\":[]}"], value => Assert.Empty(SchemaOf.Root(schema).Validate(JsonNode.Parse(value))));

    [Fact]
    public void Deep_values_are_judged_to_the_end_of_the_schema()
    {
        var schema = SchemaOf.Root("""{"type":"object","x-kubernetes-preserve-unknown-fields":true}""");
        var value = new JsonObject();
        for (var i = 0; i < 60; i++)
        {
            value = new JsonObject { ["a"] = new JsonArray(value) };
        }

        Assert.Empty(schema.Validate(value));
        Assert.Empty(schema.Prune(value));
        schema.ApplyDefaults(value);
    }
}
