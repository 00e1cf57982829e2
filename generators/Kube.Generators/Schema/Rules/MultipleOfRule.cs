using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary><c>[MultipleOf]</c>.</summary>
internal static class MultipleOfRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context)
    {
        if (property.Validation.MultipleOf is not { } text)
        {
            return schema;
        }

        var step = new JsonNumber(text);
        var reason = schema.TypeName() is not ("integer" or "number") ? "only numbers are multiples"
            : JsonReader.Read(text) is not JsonNumber || step.Value is null ? "it is no number that can be counted with"
            : step.Value <= 0 ? "it is not above zero"
            : schema.TypeName() == "integer" && !step.IsInteger ? "whole numbers have a whole step"
            : null;
        if (reason is not null)
        {
            context.Report(DiagnosticIds.BadMultiple, property.Target, text, property.Name, reason);
            return schema;
        }

        return schema.With(Keywords.MultipleOf, step);
    }
}
