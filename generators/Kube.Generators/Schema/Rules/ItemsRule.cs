using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary><c>[Items]</c>: what holds for the items of a list or the values of a dictionary, by the same rules as on a property of their type.</summary>
internal static class ItemsRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context)
    {
        if (property.Validation.Items is not { } validation)
        {
            return schema;
        }

        var keyword = schema[Keywords.Items] is JsonObject ? Keywords.Items : Keywords.AdditionalProperties;
        var type = property.Type switch { ListModel list => list.Items, MapModel map => map.Values, _ => null };
        if (type is null || schema[keyword] is not JsonObject items)
        {
            context.Report(DiagnosticIds.NoItems, property.Target, property.Name);
            return schema;
        }

        var item = property with { Type = type, Validation = validation };
        items = FormatRule.Apply(items, item, context);
        items = BoundsRule.Apply(items, item, context);
        items = MultipleOfRule.Apply(items, item, context);
        items = LengthRule.Apply(items, item, context);
        items = PatternRule.Apply(items, item, context);
        return schema.With(keyword, AllowedValuesRule.Apply(items, item, context));
    }
}
