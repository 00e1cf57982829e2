using System.Text.Json.Nodes;

namespace Kube.Core.Tests.Schemas;

/// <summary>Each keyword: what it accepts, and the API server's words for what it refuses.</summary>
public sealed class ValidationTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "\"a\"")]
    [InlineData("""{"type":"integer"}""", "1")]
    [InlineData("""{"type":"integer"}""", "1.0")]
    [InlineData("""{"type":"integer"}""", "1e3")]
    [InlineData("""{"type":"number"}""", "1")]
    [InlineData("""{"type":"number"}""", "1.5")]
    [InlineData("""{"type":"boolean"}""", "false")]
    [InlineData("""{"type":"object"}""", """{"a":1}""")]
    [InlineData("""{"type":"array"}""", "[1]")]
    [InlineData("""{"type":"string","nullable":true}""", "null")]
    [InlineData("""{"x-kubernetes-int-or-string":true}""", "1")]
    [InlineData("""{"x-kubernetes-int-or-string":true}""", "\"10%\"")]
    [InlineData("""{"x-kubernetes-preserve-unknown-fields":true}""", "[{}]")]
    [InlineData("""{"type":"string","enum":["a","b"]}""", "\"b\"")]
    [InlineData("""{"type":"object","enum":[{"a":1,"b":2}]}""", """{"b":2,"a":1}""")]
    [InlineData("""{"type":"number","enum":[1]}""", "1.5")]
    [InlineData("""{"type":"integer","minimum":1,"maximum":3}""", "3")]
    [InlineData("""{"type":"integer","minimum":1.5}""", "1")]
    [InlineData("""{"type":"number","exclusiveMinimum":true,"minimum":1}""", "1.1")]
    [InlineData("""{"type":"number","multipleOf":0.25}""", "19.75")]
    [InlineData("""{"type":"number","multipleOf":0.01}""", "19.99")]
    [InlineData("""{"type":"string","maxLength":2}""", "\"\\ud83d\\ude00a\"")]
    [InlineData("""{"type":"string","pattern":"^.{2}$"}""", "\"\\ud83d\\ude00a\"")]
    [InlineData("""{"type":"string","pattern":"b+"}""", "\"abc\"")]
    [InlineData("""{"type":"string","pattern":"(?=a)"}""", "\"b\"")]
    [InlineData("""{"type":"string","format":"decimal"}""", "\"x\"")]
    [InlineData("""{"type":"array","maxItems":1,"items":{"type":"integer"}}""", "[1]")]
    [InlineData("""{"type":"array","x-kubernetes-list-type":"set","items":{"type":"number"}}""", "[1,2,1.5]")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"}}""", """{"a":1}""")]
    [InlineData("""{"type":"object","additionalProperties":true}""", """{"a":null}""")]
    [InlineData("""{"type":"object","allOf":[{"required":["a"]},{"required":["b"]}]}""", """{"a":1,"b":1}""")]
    [InlineData("""{"type":"object","anyOf":[{"required":["a"]},{"required":["b"]}]}""", """{"b":1}""")]
    [InlineData("""{"type":"object","oneOf":[{"required":["a"]},{"required":["b"]}]}""", """{"b":1}""")]
    [InlineData("""{"type":"object","not":{"required":["a"]}}""", """{"b":1}""")]
    [InlineData("""{"type":"object","x-kubernetes-embedded-resource":true}""", """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"labels":{"a":"b"}}}""")]
    public void Is_accepted(string schema, string value) => Assert.Empty(SchemaOf.Problems(schema, value));

    [Theory]
    [InlineData("""{"type":"integer"}""", "\"a\"", """v: Invalid value: "string": v in body must be of type integer: "string" """)]
    [InlineData("""{"type":"integer"}""", "1.5", """v: Invalid value: "number": v in body must be of type integer: "number" """)]
    [InlineData("""{"type":"integer"}""", "9223372036854775808", """v: Invalid value: "number": v in body must be of type integer: "number" """)]
    [InlineData("""{"type":"string"}""", "null", """v: Invalid value: "null": v in body must be of type string: "null" """)]
    [InlineData("""{"type":"string","format":"date"}""", "1", """v: Invalid value: "int64": v in body must be of type date: "int64" """)]
    [InlineData("""{"x-kubernetes-int-or-string":true}""", "true", """v: Invalid value: "boolean": v in body must be of type integer,string: "boolean" """)]
    [InlineData("""{"type":"string","enum":["a","b"]}""", "\"c\"", """v: Unsupported value: "c": supported values: "a", "b" """)]
    [InlineData("""{"type":"string","nullable":true,"enum":["a",null]}""", "null", """v: Unsupported value: null: supported values: "a", "null" """)]
    [InlineData("""{"type":"object","enum":[{"a":1}]}""", """{"a":1.0}""", """v: Unsupported value: {"a":1.0}: supported values: "{\"a\":1}" """)]
    [InlineData("""{"type":"integer","minimum":1}""", "0", "v: Invalid value: 0: v in body should be greater than or equal to 1")]
    [InlineData("""{"type":"integer","maximum":1}""", "2", "v: Invalid value: 2: v in body should be less than or equal to 1")]
    [InlineData("""{"type":"number","maximum":1.5,"exclusiveMaximum":true}""", "1.5", "v: Invalid value: 1.5: v in body should be less than 1.5")]
    [InlineData("""{"type":"integer","minimum":1,"exclusiveMinimum":true}""", "1", "v: Invalid value: 1: v in body should be greater than 1")]
    [InlineData("""{"type":"integer","multipleOf":3}""", "4", "v: Invalid value: 4: v in body should be a multiple of 3")]
    [InlineData("""{"type":"integer","format":"int32"}""", "2147483648", "v: Invalid value: \"\": Checked value must be of type integer with format int32 in v")]
    [InlineData("""{"type":"string","maxLength":1}""", "\"ab\"", "v: Too long: may not be more than 1 byte")]
    [InlineData("""{"type":"string","minLength":1}""", "\"\"", "v: Invalid value: \"\": v in body should be at least 1 chars long")]
    [InlineData("""{"type":"string","pattern":"^a$"}""", "\"a\\n\"", "v: Invalid value: \"a\\n\": v in body should match '^a$'")]
    [InlineData("""{"type":"string","format":"date-time"}""", "\"x\"", "v: Invalid value: \"x\": v in body must be of type date-time: \"x\"")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", "[1]", """v[0]: Invalid value: "integer": v[0] in body must be of type string: "integer" """)]
    [InlineData("""{"type":"array","maxItems":1}""", "[1,2]", "v: Too many: 2: must have at most 1 item")]
    [InlineData("""{"type":"array","minItems":1}""", "[]", "v: Invalid value: 0: v in body should have at least 1 items")]
    [InlineData("""{"type":"array","uniqueItems":true}""", "[{\"a\":1,\"b\":2},{\"b\":2,\"a\":1}]", "v: Invalid value: \"\": v in body shouldn't contain duplicates")]
    [InlineData("""{"type":"object","required":["a"]}""", "{}", "v.a: Required value")]
    [InlineData("""{"type":"object","maxProperties":1}""", """{"a":1,"b":1}""", "v: Too many: 2: must have at most 1 item")]
    [InlineData("""{"type":"object","minProperties":1}""", "{}", "v: Invalid value: 0: v in body should have at least 1 properties")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""", """{"a":1}""", """v.a: Invalid value: "integer": v.a in body must be of type string: "integer" """)]
    [InlineData("""{"type":"object","additionalProperties":false}""", """{"a":1}""", "v: Invalid value: \"a\": v.a in body is a forbidden property")]
    [InlineData("""{"type":"object","not":{"required":["a"]}}""", """{"a":1}""", "v: Invalid value: \"\": \"v\" must not validate the schema (not)")]
    [InlineData("""{"type":"array","x-kubernetes-list-type":"set"}""", """["a","b","a","a"]""", "v[2]: Duplicate value: \"a\"")]
    [InlineData("""{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["n"]}""", """[{"n":"a"},{"n":"a","x":1}]""", "v[1]: Duplicate value: {\"n\":\"a\"}")]
    public void Is_refused_in_these_words(string schema, string value, string problem) =>
        Assert.Equal([problem.TrimEnd()], SchemaOf.Problems(schema, value));

    [Theory]
    [InlineData("""{"anyOf":[{"required":["a"]},{"required":["b"]}]}""", "{}", "must validate at least one schema (anyOf)", "v.a: Required value")]
    [InlineData("""{"oneOf":[{"required":["a"]},{"required":["b"]}]}""", """{"a":1,"b":1}""", "must validate one and only one schema (oneOf). Found 2 valid alternatives")]
    [InlineData("""{"allOf":[{"required":["a"]},{"required":["b"]}]}""", """{"b":1}""", "must validate all the schemas (allOf)", "v.a: Required value")]
    public void Combinations_tell_what_was_nearest(string schema, string value, string reason, string? nearest = null)
    {
        var problems = SchemaOf.Problems(schema, value);

        Assert.Contains($"v: Invalid value: \"\": \"v\" {reason}", problems);
        Assert.Equal(nearest is null ? 1 : 2, problems.Count);
        Assert.True(nearest is null || problems.Contains(nearest));
    }

    [Fact]
    public void Kinds_and_paths_lead_to_the_place()
    {
        var schema = SchemaOf.Root("""
            {"type":"object","properties":{"spec":{"type":"object","properties":{
              "groups":{"type":"array","items":{"type":"object","properties":{"replicas":{"type":"integer"}}}},
              "sets":{"type":"object","additionalProperties":{"type":"array","x-kubernetes-list-type":"set"}}}}}}
            """);

        var problems = schema.Validate(JsonNode.Parse("""{"spec":{"groups":[{"replicas":"x"}],"sets":{"a":[1,1]}}}"""));

        Assert.Equal(
            [("spec.groups[0].replicas", SchemaProblemKind.InvalidType), ("spec.sets[a][1]", SchemaProblemKind.DuplicateValue)],
            problems.Select(problem => (problem.Path, problem.Kind)));
    }

    [Theory]
    [InlineData("""{"kind":"A"}""", "v.apiVersion: Required value")]
    [InlineData("""{"apiVersion":1,"kind":"A"}""", "v.apiVersion: Invalid value: 1: must be a string")]
    [InlineData("""{"apiVersion":"","kind":"A"}""", "v.apiVersion: Invalid value: \"\": must not be empty")]
    [InlineData("""{"apiVersion":"a/b/c","kind":"A"}""", "v.apiVersion: Invalid value: \"a/b/c\": unexpected GroupVersion string: a/b/c")]
    public void Embedded_resources_say_what_they_are(string value, string problem) =>
        Assert.Equal([problem], SchemaOf.Problems("""{"type":"object","x-kubernetes-embedded-resource":true}""", value));

    [Fact]
    public void Values_that_a_program_made_are_judged_like_those_that_were_read()
    {
        var schema = SchemaOf.Value("""{"type":"object","properties":{"n":{"type":"integer","maximum":5},"s":{"type":"string","maxLength":1},"d":{"type":"number","minimum":1}}}""");

        Assert.Empty(schema.Validate(new JsonObject { ["n"] = 5, ["s"] = "a", ["d"] = 1.5m }));
        Assert.Equal(3, schema.Validate(new JsonObject { ["n"] = (byte)6, ["s"] = "ab", ["d"] = 0.5f }).Count);
    }
}
