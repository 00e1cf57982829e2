using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary><c>[Default]</c>. Runs when the schema is complete: the server refuses a default that breaks any part of it.</summary>
internal static class DefaultRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context)
    {
        if (property.Validation.Default is not { } text)
        {
            return schema;
        }

        if (JsonReader.Read(text) is not { } value)
        {
            context.Report(DiagnosticIds.DefaultNotJson, property.Target, property.Name, text);
            return schema;
        }

        if ((value is JsonNull ? "the server drops a null; leave the default out" : ValueCheck.WhyInvalid(value, schema)) is { } reason)
        {
            context.Report(DiagnosticIds.DefaultMismatch, property.Target, text, property.Name, reason);
            return schema;
        }

        return schema.With(Keywords.Default, value);
    }
}
