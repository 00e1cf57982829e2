using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube;

/// <summary>Judges a value by one place of a schema, and its parts by the places below.</summary>
internal static class ValueValidation
{
    public static void Check(SchemaNode schema, JsonNode? value, ProblemList problems)
    {
        CheckType(schema, value, problems);
        if (value is null)
        {
            CheckEnum(schema, value, problems);
            return;
        }

        if (schema.HasJunctors)
        {
            JunctorValidation.Check(schema, value, problems);
        }

        switch (value)
        {
            case JsonObject members:
                ObjectValidation.Check(schema, members, problems);
                break;
            case JsonArray items:
                ListValidation.Check(schema, items, problems);
                break;
            case JsonValue scalar when JsonNumber.TryRead(scalar, out var number):
                NumberValidation.Check(schema, number, problems);
                break;
            case JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String:
                TextValidation.Check(schema, scalar, problems);
                break;
        }

        CheckEnum(schema, value, problems);
    }

    private static void CheckType(SchemaNode schema, JsonNode? value, ProblemList problems)
    {
        var (type, format, isIntegral) = Describe(value);
        var wanted = schema.IsIntOrString ? "integer,string" : schema.Type;
        if (wanted.Length == 0 || (value is null && schema.IsNullable))
        {
            return;
        }

        var isRight = schema.IsIntOrString
            ? type == "string" || isIntegral
            : type == wanted || (wanted == "integer" && isIntegral) || (wanted == "number" && type is "integer");
        if (!isRight)
        {
            // What is neither a text nor a list breaks the format before the type.
            var byFormat = value is not (null or JsonArray) && type != "string" && SchemaFormat.IsKnown(schema.Type, schema.Format);
            AddType(problems, byFormat ? schema.Format : wanted, byFormat ? format : type);
        }
    }

    private static (string Type, string Format, bool IsIntegral) Describe(JsonNode? value) => value switch
    {
        null => ("null", "", false),
        JsonObject => ("object", "", false),
        JsonArray => ("array", "", false),
        JsonValue scalar when JsonNumber.TryRead(scalar, out var number) => (number.TypeName, number.FormatName, number.IsIntegral),
        _ => (value.GetValueKind() == JsonValueKind.String ? "string" : "boolean", "", false),
    };

    /// <summary>Reports a value of the wrong type or format.</summary>
    public static void AddType(ProblemList problems, string wanted, string found)
    {
        var quoted = GoText.Quote(found);
        problems.Add(SchemaProblemKind.InvalidType, $"Invalid value: {quoted}: {problems.Path} in body must be of type {wanted}: {quoted}");
    }

    private static void CheckEnum(SchemaNode schema, JsonNode? value, ProblemList problems)
    {
        if (schema.Enum.Count > 0 && !schema.Enum.Any(allowed => IsSame(value, allowed)))
        {
            var allowed = string.Join(", ", schema.Enum.Select(item => GoText.Quote(item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText())));
            problems.Add(SchemaProblemKind.UnsupportedValue, $"Unsupported value: {GoText.Of(value)}: supported values: {allowed}");
        }
    }

    // A floating number is cut before it is compared with a whole one, but within objects and lists the two differ; and null equals nothing, itself
    // included.
    private static bool IsSame(JsonNode? value, JsonElement allowed) => (value, allowed.ValueKind) switch
    {
        (JsonValue text, JsonValueKind.String) => text.GetValueKind() == JsonValueKind.String && allowed.ValueEquals(text.GetValue<string>()),
        (JsonValue scalar, JsonValueKind.Number) => JsonNumber.TryRead(scalar, out var number) && IsSame(number, JsonNumber.Of(allowed)),
        (JsonValue truth, JsonValueKind.True or JsonValueKind.False) => truth.GetValueKind() == allowed.ValueKind,
        (JsonObject members, JsonValueKind.Object) => CanonicalJson.Of(members) == CanonicalJson.Of(JsonObject.Create(allowed)),
        (JsonArray items, JsonValueKind.Array) => CanonicalJson.Of(items) == CanonicalJson.Of(JsonArray.Create(allowed)),
        _ => false,
    };

    private static bool IsSame(JsonNumber number, JsonNumber allowed) => allowed.IsWhole
        ? number.IsWhole ? number.Whole == allowed.Whole : Math.Truncate(number.Real) == allowed.Real
        : number.Real == allowed.Real;
}
