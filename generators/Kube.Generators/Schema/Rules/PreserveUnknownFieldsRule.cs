using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary><c>[PreserveUnknownFields]</c> on a property: of an object, or of a list or dictionary of objects.</summary>
internal static class PreserveUnknownFieldsRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context)
    {
        if (!property.Validation.PreservesUnknownFields)
        {
            return schema;
        }

        if (Open(schema) is not { } open)
        {
            context.Report(
                DiagnosticIds.NoEffect, property.Target, "[PreserveUnknownFields]", property.Name, "only objects have fields that could be unknown");
            return schema;
        }

        return open;
    }

    /// <summary>The schema with the flag where its objects are; null when it has none.</summary>
    private static JsonObject? Open(JsonObject schema)
    {
        var keyword = schema[Keywords.Items] is not null ? Keywords.Items : schema[Keywords.AdditionalProperties] is not null ? Keywords.AdditionalProperties : null;
        return keyword is not null ? Open(schema.Object(keyword)) is { } open ? schema.With(keyword, open) : null
            : schema.TypeName() == "object" || schema.Is(Keywords.PreserveUnknownFields) ? schema.With(Keywords.PreserveUnknownFields, JsonValue.Of(true))
            : null;
    }
}
