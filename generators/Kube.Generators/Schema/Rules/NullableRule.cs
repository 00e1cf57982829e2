using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary><c>[Nullable]</c>. A <c>T?</c> alone never is: clients leave nulls out, and the server drops them.</summary>
internal static class NullableRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context) =>
        property.Validation.IsNullable ? WithNull(schema, property, "remove [Nullable]", context) : schema;

    /// <summary>The schema, taking null.</summary>
    /// <param name="schema">Of the value.</param>
    /// <param name="property">Which has it, or in which it is.</param>
    /// <param name="remedy">Against a list of allowed values.</param>
    /// <param name="context">Takes the error.</param>
    public static JsonObject WithNull(JsonObject schema, PropertyModel property, string remedy, SchemaContext context)
    {
        if (schema[Keywords.Enum] is not null)
        {
            context.Report(DiagnosticIds.NullAmongValues, property.Target, property.Name, remedy);
        }

        return schema.With(Keywords.Nullable, JsonValue.Of(true));
    }
}
