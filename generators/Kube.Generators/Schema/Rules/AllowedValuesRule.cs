using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary><c>[AllowedValues]</c>, and enums, whose members are the allowed values.</summary>
internal static class AllowedValuesRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context)
    {
        if (property.Validation.AllowedValues is not { } texts)
        {
            if (schema[Keywords.Enum] is JsonArray { Items.Count: 0 })
            {
                context.Report(DiagnosticIds.BadAllowedValues, property.Target, property.Name, "the enum has no members");
            }

            return schema;
        }

        var values = texts.Select(JsonReader.Read).OfType<JsonValue>().ToEquatableArray();
        var reason = values.Count == 0 ? "there is none"
            : !schema.IsScalar() ? "only texts, numbers and booleans have allowed values"
            : values.Distinct().Count() != values.Count ? "one is there twice"
            : values.Select(v => ValueCheck.WhyInvalid(v, schema)).FirstOrDefault(r => r is not null);
        if (reason is not null)
        {
            context.Report(DiagnosticIds.BadAllowedValues, property.Target, property.Name, reason);
            return schema;
        }

        return schema.With(Keywords.Enum, new JsonArray(values));
    }
}
