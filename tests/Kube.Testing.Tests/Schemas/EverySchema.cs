using System.Text.Json.Nodes;

namespace Kube.Testing.Tests.Schemas;

/// <summary>A kind with one field for each way to restrict values, all of them below <c>spec</c>.</summary>
internal static class EverySchema
{
    public const string Group = "schemas.example.com";

    public static readonly string[] Formats =
    [
        "bsonobjectid", "uri", "email", "hostname", "ipv4", "ipv6", "cidr", "mac", "uuid", "uuid3", "uuid4", "uuid5", "isbn", "isbn10", "isbn13",
        "creditcard", "ssn", "hexcolor", "rgbcolor", "byte", "password", "date", "duration", "datetime", "date-time", "decimal",
    ];

    private const string Fields = """
        {
          "text": {"type":"string"}, "whole": {"type":"integer"}, "real": {"type":"number"}, "truth": {"type":"boolean"},
          "optionalText": {"type":"string","nullable":true}, "optionalWhole": {"type":"integer","nullable":true,"default":5},
          "long": {"type":"integer","format":"int64"}, "double": {"type":"number","format":"double"},
          "port": {"x-kubernetes-int-or-string":true}, "smallPort": {"x-kubernetes-int-or-string":true,"maximum":3,"maxLength":1,"pattern":"^a"},
          "any": {"x-kubernetes-preserve-unknown-fields":true}, "object": {"type":"object","x-kubernetes-preserve-unknown-fields":true},
          "enumText": {"type":"string","enum":["a","b",""]}, "enumWhole": {"type":"integer","enum":[1,2]}, "enumReal": {"type":"number","enum":[1.5,2]},
          "enumNull": {"type":"string","nullable":true,"enum":["a"]}, "enumObject": {"type":"object","x-kubernetes-preserve-unknown-fields":true,"enum":[{"a":1},{}]},
          "min": {"type":"integer","minimum":1}, "max": {"type":"integer","maximum":1}, "exclusive": {"type":"number","minimum":1,"exclusiveMinimum":true,"maximum":3,"exclusiveMaximum":true},
          "realBounds": {"type":"number","minimum":1.5,"maximum":2.5}, "multiple": {"type":"integer","multipleOf":2}, "realMultiple": {"type":"number","multipleOf":0.01},
          "short": {"type":"string","maxLength":2}, "longer": {"type":"string","minLength":1}, "pattern": {"type":"string","pattern":"^[a-z]+$"},
          "list": {"type":"array","items":{"type":"integer"},"maxItems":2,"minItems":1}, "lists": {"type":"array","items":{"type":"array","items":{"type":"string","default":"x"}}},
          "nullItems": {"type":"array","items":{"type":"string","nullable":true}}, "defaultItems": {"type":"array","items":{"type":"object","default":{"a":1},"properties":{"a":{"type":"integer","default":2}}}},
          "set": {"type":"array","x-kubernetes-list-type":"set","items":{"x-kubernetes-int-or-string":true}},
          "keyed": {"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["a"],"items":{"type":"object","required":["a"],"properties":{"a":{"type":"string"},"b":{"type":"integer"}}}},
          "keyedTwice": {"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["a","b"],"items":{"type":"object","required":["a"],"properties":{"a":{"type":"string"},"b":{"type":"integer","default":1}}}},
          "members": {"type":"object","required":["a","b"],"properties":{"a":{"type":"string","default":"x"},"b":{"type":"integer"},"c":{"type":"object","default":{},"properties":{"a":{"type":"integer","default":1},"b":{"type":"string"}}}}},
          "map": {"type":"object","additionalProperties":{"type":"integer"},"minProperties":1,"maxProperties":2},
          "mapOfMaps": {"type":"object","additionalProperties":{"type":"object","additionalProperties":{"type":"array","x-kubernetes-list-type":"set","items":{"type":"string"}}}},
          "mapOfObjects": {"type":"object","additionalProperties":{"type":"object","properties":{"a":{"type":"integer","default":1}}}}, "openMap": {"type":"object","additionalProperties":true},
          "loose": {"type":"object","x-kubernetes-preserve-unknown-fields":true,"properties":{"a":{"type":"object","properties":{"a":{"type":"integer"}}},"b":{"type":"array","items":{"type":"object","properties":{"a":{"type":"string"}}}}}},
          "embedded": {"type":"object","x-kubernetes-embedded-resource":true,"x-kubernetes-preserve-unknown-fields":true}, "embeddedPart": {"type":"object","x-kubernetes-embedded-resource":true,"properties":{"a":{"type":"integer"}}},
          "anyOf": {"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"integer"}},"anyOf":[{"required":["a"]},{"properties":{"b":{"minimum":2}},"required":["b"]}]},
          "oneOf": {"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"integer"}},"oneOf":[{"required":["a"]},{"required":["b"]}]},
          "allOf": {"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"integer"}},"allOf":[{"required":["a"]},{"properties":{"b":{"enum":[1,2]}}}]},
          "not": {"type":"object","properties":{"a":{"type":"integer"}},"not":{"required":["a"]}}, "notText": {"type":"string","not":{"pattern":"a"}}
        }
        """;

    public static IReadOnlyList<string> FieldNames { get; } = [.. JsonNode.Parse(Fields)!.AsObject().Select(field => field.Key)];

    public static JsonObject Definition()
    {
        var fields = JsonNode.Parse(Fields)!.AsObject();
        foreach (var format in Formats)
        {
            fields[FieldOf(format)] = JsonNode.Parse($$"""{"type":"object","additionalProperties":{"type":"string","format":"{{format}}"} }""");
        }

        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["spec"] = new JsonObject { ["type"] = "object", ["properties"] = fields } },
        };
        return new()
        {
            ["apiVersion"] = "apiextensions.k8s.io/v1",
            ["kind"] = "CustomResourceDefinition",
            ["metadata"] = new JsonObject { ["name"] = $"everys.{Group}" },
            ["spec"] = new JsonObject
            {
                ["group"] = Group,
                ["scope"] = "Namespaced",
                ["names"] = new JsonObject { ["plural"] = "everys", ["singular"] = "every", ["kind"] = "Every" },
                ["versions"] = new JsonArray(new JsonObject
                {
                    ["name"] = "v1",
                    ["served"] = true,
                    ["storage"] = true,
                    ["schema"] = new JsonObject { ["openAPIV3Schema"] = schema },
                }),
            },
        };
    }

    public static StructuralSchema Schema() => StructuralSchema.OfDefinition(Definition().ToJsonString(), "v1");

    public static string FieldOf(string format) => $"format{format.Replace("-", "X", StringComparison.Ordinal)}";

    public static JsonObject ObjectOf(JsonObject spec) => new()
    {
        ["apiVersion"] = $"{Group}/v1",
        ["kind"] = "Every",
        ["metadata"] = new JsonObject { ["name"] = "a" },
        ["spec"] = spec,
    };
}
