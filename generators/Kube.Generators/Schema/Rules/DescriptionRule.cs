using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary>The documentation of a property wins over that of its type.</summary>
internal static class DescriptionRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context) =>
        schema.WithText(Keywords.Description, DescriptionLength.Cut(property.Description, context.Settings.LongestDescription));
}
