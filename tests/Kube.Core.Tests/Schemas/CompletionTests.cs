using System.Text.Json.Nodes;

namespace Kube.Core.Tests.Schemas;

/// <summary>Defaults and pruning.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("""{"properties":{"a":{"type":"integer","default":1}}}""", "{}", """{"a":1}""")]
    [InlineData("""{"properties":{"a":{"type":"integer","default":1}}}""", """{"a":2}""", """{"a":2}""")]
    [InlineData("""{"properties":{"a":{"type":"integer","default":1}}}""", """{"a":null}""", """{"a":1}""")]
    [InlineData("""{"properties":{"a":{"type":"integer","default":1,"nullable":true}}}""", """{"a":null}""", """{"a":null}""")]
    [InlineData("""{"properties":{"a":{"type":"integer"}}}""", """{"a":null,"b":null}""", """{"b":null}""")]
    [InlineData("""{"properties":{"a":{"type":"object","default":{},"properties":{"b":{"default":"x"}}}}}""", "{}", """{"a":{"b":"x"}}""")]
    [InlineData("""{"properties":{"a":{"type":"object","properties":{"b":{"default":"x"}}}}}""", "{}", "{}")]
    [InlineData("""{"properties":{"a":{"type":"array","items":{"default":7}}}}""", """{"a":[null,1]}""", """{"a":[7,1]}""")]
    [InlineData("""{"properties":{"a":{"type":"array","items":{"properties":{"b":{"default":1}}}}}}""", """{"a":[{},{"b":2}]}""", """{"a":[{"b":1},{"b":2}]}""")]
    [InlineData("""{"additionalProperties":{"default":{},"properties":{"b":{"default":1}}}}""", """{"x":null,"y":{}}""", """{"x":{"b":1},"y":{"b":1}}""")]
    public void Defaults_fill_what_is_absent(string schema, string value, string expected)
    {
        var members = JsonNode.Parse(value)!.AsObject();

        SchemaOf.Value(schema).ApplyDefaults(members);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), members), members.ToJsonString());
    }

    [Theory]
    [InlineData("""{"properties":{"a":{}}}""", """{"a":1,"b":2}""", """{"a":1}""", "b")]
    [InlineData("""{"properties":{"a":{"type":"array","items":{"properties":{"b":{}}}}}}""", """{"a":[{"b":1,"c":1}]}""", """{"a":[{"b":1}]}""", "a[0].c")]
    [InlineData("""{"additionalProperties":{"properties":{"b":{}}}}""", """{"x":{"b":1,"c":1}}""", """{"x":{"b":1}}""", "x.c")]
    [InlineData("""{"additionalProperties":true}""", """{"x":{"b":1},"y":1}""", """{"x":{},"y":1}""", "x.b")]
    [InlineData("""{"x-kubernetes-preserve-unknown-fields":true,"properties":{"a":{"type":"object"}}}""", """{"a":{"c":1},"b":2}""", """{"a":{},"b":2}""", "a.c")]
    [InlineData("""{"x-kubernetes-preserve-unknown-fields":true}""", """{"a":[{"b":{}}]}""", """{"a":[{"b":{}}]}""", "")]
    [InlineData("""{"properties":{"a":{"x-kubernetes-embedded-resource":true}}}""", """{"a":{"kind":"K","metadata":{"name":"n","x":1},"y":1}}""", """{"a":{"kind":"K","metadata":{"name":"n"}}}""", "a.metadata.x,a.y")]
    public void Pruning_removes_what_is_unknown(string schema, string value, string expected, string pruned)
    {
        var members = JsonNode.Parse(value)!.AsObject();

        var paths = SchemaOf.Value(schema).Prune(members);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), members), members.ToJsonString());
        Assert.Equal(pruned, string.Join(',', paths));
    }

    [Fact]
    public void A_whole_object_keeps_what_every_object_has()
    {
        var members = JsonNode.Parse("""{"apiVersion":"a/v1","kind":"K","metadata":{"name":"n"},"spec":{"a":1},"other":1}""")!.AsObject();

        Assert.Equal(["other", "spec.a"], SchemaOf.Root("""{"type":"object","properties":{"spec":{"type":"object"}}}""").Prune(members));
        Assert.Equal("""{"apiVersion":"a/v1","kind":"K","metadata":{"name":"n"},"spec":{}}""", members.ToJsonString());
    }

    [Fact]
    public void A_default_is_new_for_each_object()
    {
        var schema = SchemaOf.Value("""{"properties":{"a":{"type":"object","default":{"b":1}}}}""");
        var (first, second) = (new JsonObject(), new JsonObject());

        schema.ApplyDefaults(first);
        schema.ApplyDefaults(second);
        first["a"]!["b"] = 2;

        Assert.Equal(1, (int)second["a"]!["b"]!);
    }
}
